using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>
/// A compiler loads an extension only if it carries every assembly that the extension refers to, in that version or a newer one; else it is
/// dropped with a warning. The oldest host is the .NET 8 SDK, whose compiler is 4.8.
/// </summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, Version> CarriedByTheCompiler = new(StringComparer.Ordinal)
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

    private static readonly Dictionary<string, Version> CarriedByTheEditor = new(CarriedByTheCompiler, StringComparer.Ordinal)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
    };

    [Theory]
    [InlineData("TypedLlm.Analyzers.dll")]
    [InlineData("TypedLlm.Generator.dll")]
    public void The_oldest_compiler_carries_what_is_referred_to(string assembly) => Verify(assembly, CarriedByTheCompiler);

    [Fact]
    public void The_oldest_editor_carries_what_the_fixes_refer_to() => Verify("TypedLlm.CodeFixes.dll", CarriedByTheEditor);

    private static void Verify(string assembly, Dictionary<string, Version> carried)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            var name = metadata.GetString(reference.Name);
            Assert.True(carried.TryGetValue(name, out var version), $"{assembly} refers to {name}, which the oldest host does not carry.");
            Assert.True(reference.Version <= version, $"{assembly} refers to {name} {reference.Version}; the oldest host carries {version}.");
        });
    }
}
