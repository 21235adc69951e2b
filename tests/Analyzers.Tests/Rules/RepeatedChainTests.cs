using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.NamedChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class RepeatedChainTests
{
    private const string Twice = "Primary = \"5.4\", Fallback = \"5.5\"";
    private const string Marked = "Primary = {|TLLM022:\"5.4\"|}, Fallback = \"5.5\"";

    [Fact]
    public Task Reported_at_each_primary() => Verify.VerifyAnalyzerAsync(
        Chains.Source(
            """
            [LlmEndpoint(Primary = {|#0:"5.4"|}, Fallback = "5.5")]
            public interface IOne
            {
                [Prompt("One"), LlmEndpoint(Fallbacks = new[] { "5.5" }, Primary = {|#1:"5.4"|})]
                Task<string> OneAsync();

                [Prompt("Two"), LlmEndpoint(Primary = {|#2:"5.4"|}, Fallback = "5.5", Stream = false)]
                Task<string> TwoAsync();
            }
            """),
        Expected(0),
        Expected(1),
        Expected(2));

    [Fact]
    public Task Counted_over_all_files()
    {
        var test = new Verify.Test { TestCode = Chains.Source(Chains.Desk(Marked)) };
        test.TestState.Sources.Add(("Two.cs", Chains.Source(Chains.Desk(Marked, "ITwo"))));
        test.TestState.Sources.Add(("Three.cs", Chains.Source(Chains.Desk(Marked, "IThree"))));
        return test.RunAsync();
    }

    [Fact]
    public Task Generated_code_is_not_counted()
    {
        var test = new Verify.Test { TestCode = Chains.Source(Chains.Desk(Twice) + Chains.Desk(Twice, "ITwo")) };
        test.TestState.Sources.Add(("Three.g.cs", "#nullable enable\n" + Chains.Source(Chains.Desk(Twice, "IThree"))));
        return test.RunAsync();
    }

    [Fact]
    public Task A_chain_that_is_declared_already_is_named() => Verify.VerifyAnalyzerAsync(
        Chains.Source(
            Chains.Desk("Primary = {|#0:\"5.4\"|}, Fallback = \"5.5\"", "IOne") + Chains.Desk(Marked, "ITwo") + Chains.Desk(Marked, "IThree") + Chains.Desk("Chain = \"support\""),
            "\"support\", " + Twice),
        Verify.Diagnostic(NamedChainDescriptors.RepeatedChain).WithLocation(0)
            .WithArguments("'5.4', '5.5'", 3, "use Chain = \"support\", which is the same"));

    [Theory]
    [InlineData(Twice, Twice, "Primary = \"5.5\", Fallback = \"5.4\"")]
    [InlineData(Twice, Twice, "Primary = \"5.4\", Fallback = \"5.5\", Fallbacks = new[] { \"5.2\" }")]
    [InlineData("Primary = \"5.4\"", "Primary = \"5.4\"", "Primary = \"5.4\"")]
    [InlineData("Fallback = \"5.4\"", "Fallback = \"5.4\"", "Fallback = \"5.4\"")]
    public Task Fewer_or_other_chains_are_no_repeat(string first, string second, string third) => Verify.VerifyAnalyzerAsync(
        Chains.Source(Chains.Desk(first, "IOne") + Chains.Desk(second, "ITwo") + Chains.Desk(third, "IThree")));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM022\n" + Chains.Source(Chains.Desk(Twice, "IOne") + Chains.Desk(Twice, "ITwo") + Chains.Desk(Twice, "IThree")));

    private static DiagnosticResult Expected(int place) => Verify.Diagnostic(NamedChainDescriptors.RepeatedChain).WithLocation(place)
        .WithArguments("'5.4', '5.5'", 3, "declare it once with [assembly: LlmChain]");
}
