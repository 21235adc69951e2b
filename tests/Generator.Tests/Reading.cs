using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Endpoints;
using TypedLlm.Prompts;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Generator.Tests;

/// <summary>Reads the endpoints of test sources.</summary>
internal static class Reading
{
    /// <summary>The models of all endpoints in the order of the source.</summary>
    public static IReadOnlyList<EndpointModel?> Models(string source) =>
        [.. Endpoints(GeneratorHarness.Compile("Shop", [source])).Select(endpoint => EndpointReader.Read(endpoint, PromptFiles.None, default).Model)];

    public static EndpointModel Model(string source) => Assert.Single(Models(source))!;

    /// <summary>Asserts that the problems are exactly those of the markup <c>{|ID:code|}</c>.</summary>
    /// <returns>The problems in the order of their places.</returns>
    public static IReadOnlyList<EndpointProblem> Expect(string marked, params MetadataReference[] references)
    {
        var expected = MarkedText.Parse(marked);
        var problems = Endpoints(GeneratorHarness.Compile("Shop", [expected.Text], references))
            .SelectMany(endpoint => EndpointReader.Read(endpoint, PromptFiles.None, default).Problems)
            .OrderBy(problem => problem.Location.SourceSpan.Start).ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .ToList();
        var actual = problems.Select(problem => new MarkedSpan(problem.Id, problem.Location.SourceSpan));
        Assert.Equal(MarkedText.Render(expected.Text, expected.Spans), MarkedText.Render(expected.Text, actual));
        return problems;
    }

    public static EndpointProblem ExpectOne(string marked) => Assert.Single(Expect(marked));

    public static IEnumerable<INamedTypeSymbol> Endpoints(CSharpCompilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => AttributeSyntaxes.Find(type, EndpointReader.Attribute) is not null && type.TypeKind == TypeKind.Interface)
            .OrderBy(type => type.Locations[0].SourceSpan.Start);
}
