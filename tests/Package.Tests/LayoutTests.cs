using System.Text;
using TypedLlm.TestKit;

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
    [InlineData("schemas/lock.schema.json")]
    [InlineData("README.md")]
    public void The_package_carries(string entry) => Assert.Contains(entry, PackedPackage.Entries());

    [Fact]
    public void The_package_does_not_depend_on_the_compiler()
    {
        var nuspec = Encoding.UTF8.GetString(PackedPackage.Read("TypedLlm.nuspec"));
        Assert.Contains("<dependency id=\"OpenAI\"", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", nuspec, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TypedLlm.Generator.dll")]
    [InlineData("TypedLlm.Analyzers.dll")]
    [InlineData("TypedLlm.CodeFixes.dll")]
    public void The_oldest_host_carries_what_is_referred_to(string part) =>
        OldestHost.AssertCarriesReferencesOf(part, new MemoryStream(PackedPackage.Read("analyzers/dotnet/cs/" + part)));
}
