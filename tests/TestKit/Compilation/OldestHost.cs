using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace TypedLlm.TestKit;

/// <summary>
/// What the oldest supported host carries: the .NET 8 SDK, whose compiler is 4.8, and its editor. A host loads an extension only if it carries every
/// assembly that the extension refers to, in that version or a newer one; else the extension is gone with a warning at most.
/// </summary>
public static class OldestHost
{
    private static readonly Dictionary<string, Version> Compiler = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    private static readonly Dictionary<string, Version> Editor = new(Compiler, StringComparer.Ordinal)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
    };

    /// <summary>Asserts that the host carries what an extension refers to. Only code fixes are the editor's.</summary>
    public static void AssertCarriesReferencesOf(string extension, Stream image)
    {
        var carried = extension == "TypedLlm.CodeFixes.dll" ? Editor : Compiler;
        using var file = new PEReader(image);
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            var name = metadata.GetString(reference.Name);
            Assert.True(carried.TryGetValue(name, out var version), $"{extension} refers to {name}, which the oldest host does not carry.");
            Assert.True(reference.Version <= version, $"{extension} refers to {name} {reference.Version}; the oldest host carries {version}.");
        });
    }
}
