using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TypedLlm.Package.Tests;

public sealed class LayoutTests
{
    private static readonly string[] CompilerParts = ["TypedLlm.Analyzers.dll", "TypedLlm.CodeFixes.dll", "TypedLlm.Generator.dll"];

    // Hosts other than the .NET SDK load every slot, so a second one would run everything twice.
    [Fact]
    public void There_is_one_analyzer_slot_with_each_assembly_once()
    {
        var analyzers = PackedPackage.Entries().Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(CompilerParts.Select(part => "analyzers/dotnet/cs/" + part), analyzers);
    }

    [Theory]
    [InlineData("lib/net8.0/TypedLlm.dll")]
    [InlineData("lib/net8.0/TypedLlm.xml")]
    [InlineData("lib/net10.0/TypedLlm.dll")]
    [InlineData("lib/net10.0/TypedLlm.xml")]
    [InlineData("buildTransitive/TypedLlm.targets")]
    [InlineData("schemas/models.schema.json")]
    [InlineData("README.md")]
    public void The_package_carries(string entry) => Assert.Contains(entry, PackedPackage.Entries());

    [Fact]
    public void The_package_does_not_depend_on_the_compiler()
    {
        var nuspec = Encoding.UTF8.GetString(PackedPackage.Read("TypedLlm.nuspec"));
        Assert.Contains("<dependency id=\"OpenAI\"", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", nuspec, StringComparison.Ordinal);
    }

    // A reference newer than the host's own copy makes generator and analyzers vanish without a word.
    [Theory]
    [InlineData("TypedLlm.Generator.dll")]
    [InlineData("TypedLlm.Analyzers.dll")]
    [InlineData("TypedLlm.CodeFixes.dll")]
    public void References_are_not_newer_than_the_oldest_supported_host(string part)
    {
        var carried = new Dictionary<string, Version>
        {
            ["netstandard"] = new(2, 0, 0, 0),
            ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
            ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
            ["System.Collections.Immutable"] = new(7, 0, 0, 0),
            ["System.Memory"] = new(4, 0, 1, 2),
            ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
            ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
        };

        foreach (var (name, version) in References(part))
        {
            Assert.True(carried.TryGetValue(name, out var highest), $"{part} refers to {name}, which the host does not carry.");
            Assert.True(version <= highest, $"{part} refers to {name} {version}, the host carries {highest}.");
        }
    }

    private static IEnumerable<(string Name, Version Version)> References(string part)
    {
        using var image = new PEReader(new MemoryStream(PackedPackage.Read("analyzers/dotnet/cs/" + part)));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
        ];
    }
}
