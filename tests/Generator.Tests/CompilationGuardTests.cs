using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>The guard over the pipeline's values must be able to fail.</summary>
public sealed class CompilationGuardTests
{
    private static readonly CSharpCompilation Sample = GeneratorHarness.Compile("Sample", ["class C;"]);

    public static TheoryData<string, object> Culprits => new()
    {
        { "symbol", Sample.GetTypeByMetadataName("C")! },
        { "node", Sample.SyntaxTrees[0].GetRoot() },
        { "tree", Sample.SyntaxTrees[0] },
        { "location", Sample.SyntaxTrees[0].GetRoot().GetLocation() },
        { "compilation", Sample },
        { "text", SourceText.From("class C;") },
    };

    [Theory]
    [MemberData(nameof(Culprits))]
    public void Culprits_are_found_wherever_they_hide(string name, object culprit)
    {
        Assert.NotNull(name);
        Assert.NotNull(CompilationGuard.FindPath(culprit));
        Assert.NotNull(CompilationGuard.FindPath(new Holder(culprit)));
        Assert.NotNull(CompilationGuard.FindPath(new Derived(culprit)));
        Assert.NotNull(CompilationGuard.FindPath(new List<object> { 1, new[] { new Boxed(culprit) } }));
        Assert.NotNull(CompilationGuard.FindPath(new Lazy<object>(() => culprit)));
    }

    [Fact]
    public void Plain_data_passes_even_in_circles()
    {
        var circle = new List<object> { "text", 1.5m, DateTime.UnixEpoch, typeof(string), SpecialType.System_String };
        circle.Add(circle);
        Assert.Null(CompilationGuard.FindPath(circle));
        Assert.Null(CompilationGuard.FindPath(null));
    }

    private record Holder(object Value);

    private sealed record Derived(object Hidden) : Holder(Hidden);

    private readonly record struct Boxed(object Value);
}
