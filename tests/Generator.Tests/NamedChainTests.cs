using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Endpoints;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

public sealed class NamedChainTests
{
    private const string Support = "[assembly: LlmChain(\"support\", Primary = \"5.4\", Fallback = \"5.2\", Fallbacks = new[] { \"4.1\", \"4o\" })]";

    [Fact]
    public void A_named_chain_is_what_it_stands_for() =>
        Assert.Equal(Model("Primary = \"5.4\", Fallbacks = new[] { \"5.2\", \"4.1\", \"4o\" }"), Model("Chain = \"support\"", Support));

    [Fact]
    public void It_holds_over_models_of_the_same_attribute() =>
        Assert.Equal(Model("Chain = \"support\"", Support), Model("Primary = \"3.5\", Chain = \"support\"", Support));

    [Fact]
    public void Of_two_declarations_the_first_holds() =>
        Assert.Equal(Model("Primary = \"4.1\""), Model("Chain = \"support\"", "[assembly: LlmChain(\"support\", Primary = \"4.1\")]", Support));

    [Theory]
    [InlineData("Chain = \"suport\"", Support)]
    [InlineData("Chain = \"support\", Primary = \"5.4\"", "")]
    [InlineData("Chain = \"support\"", "[assembly: LlmChain(\"support\")]")]
    [InlineData("Chain = \"support\"", "[assembly: LlmChain(null!, Primary = \"5.4\")]")]
    public void A_name_that_leads_nowhere_leaves_an_empty_chain(string arguments, string declaration) =>
        Assert.Empty(Model(arguments, declaration).Methods[0].Settings.Chain);

    [Fact]
    public void A_null_name_names_nothing() => Assert.Equal(Model("Primary = \"5.4\""), Model("Primary = \"5.4\", Chain = null"));

    [Theory]
    [InlineData("Primary = \"4.1\"", "4.1")]
    [InlineData("Chain = \"reports\"", "o3")]
    [InlineData("Stream = true", "5.4")]
    public void A_method_replaces_the_chain_of_its_interface(string arguments, string primary)
    {
        var source = Source("Chain = \"support\"", Support, "[assembly: LlmChain(\"reports\", Primary = \"o3\")]")
            .Replace("[Prompt", $"[LlmEndpoint({arguments})] [Prompt", StringComparison.Ordinal);

        Assert.Equal(primary, Reading.Model(source).Methods[0].Settings.Chain[0]);
    }

    [Fact]
    public void The_client_of_a_name_that_leads_nowhere_compiles() =>
        Assert.Contains("Chain = [],", Harness.Run(Source("Chain = \"suport\"", Support)).Files["Shop.IDesk.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("\"5.4\"", "\"5.5\"", 2)]
    [InlineData("\"support\"", "\"moved\"", 2)]
    [InlineData("Fallback = \"5.2\"", "Fallbacks = new[] { \"5.2\" }", 0)]
    [InlineData("using TypedLlm;", "// why\nusing TypedLlm;", 0)]
    [InlineData("[assembly: ", "[assembly: LlmChain(\"other\", Primary = \"4.1\")]\n[assembly: ", 0)]
    public void An_edit_of_a_chain_emits_the_endpoints_that_use_it(string written, string instead, int emitted)
    {
        const string Chain = "using TypedLlm;\n[assembly: LlmChain(\"support\", Primary = \"5.4\", Fallback = \"5.2\")]\n";
        Assert.Contains(written, Chain, StringComparison.Ordinal);
        var compilation = GeneratorHarness.Compile(
            "Shop",
            [Chain, .. new[] { "Chain = \"support\"", "Chain = \"support\"", "Primary = \"5.4\", Fallback = \"5.2\"" }.Select(
                (arguments, number) => Source(arguments).Replace("IDesk", $"IDesk{number}", StringComparison.Ordinal))]);
        var before = Harness.Generator.Run(compilation);
        var tree = compilation.SyntaxTrees[0];
        var edited = compilation.ReplaceSyntaxTree(
            tree, CSharpSyntaxTree.ParseText(Chain.Replace(written, instead, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath));

        Assert.Equal(
            emitted,
            GeneratorHarness.Rerun(before, edited).SourceOutputs.Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
    }

    private static EndpointModel Model(string arguments, params string[] declarations) => Reading.Model(Source(arguments, declarations));

    private static string Source(string arguments, params string[] declarations) => Sources.WithUsings(
        string.Join('\n', declarations)
        + $$"""

        namespace Shop;
        [LlmEndpoint({{arguments}})]
        public interface IDesk
        {
            [Prompt("Answer: {question}")]
            Task<string> AskAsync(string question);
        }
        """);
}
