using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.NamedChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class ChainAndModelsTests
{
    private const string Support = "\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"";

    [Theory]
    [InlineData("{|#0:Chain = \"support\"|}, Primary = \"5.5\"", "Primary")]
    [InlineData("Fallback = \"5.5\", {|#0:Chain = \"support\"|}, Primary = \"5.5\"", "Fallback and Primary")]
    [InlineData("{|#0:Chain = \"support\"|}, Fallbacks = new[] { \"5.5\" }", "Fallbacks")]
    public Task Reported_at_the_chain(string arguments, string set) => Verify.VerifyAnalyzerAsync(
        Chains.Source(Chains.Desk(arguments), Support),
        Verify.Diagnostic(NamedChainDescriptors.ChainAndModels).WithLocation(0).WithArguments("support", set));

    [Theory]
    [InlineData("Chain = \"support\", Primary = null")]
    [InlineData("Chain = \"support\", Stream = true")]
    public Task Nothing_else_contradicts(string arguments) => Verify.VerifyAnalyzerAsync(Chains.Source(Chains.Desk(arguments), Support));

    [Fact]
    public Task A_method_may_write_its_own_chain_under_a_named_one() => Verify.VerifyAnalyzerAsync(Chains.Source(
        """
        [LlmEndpoint(Chain = "support")]
        public interface IDesk
        {
            [Prompt("One"), LlmEndpoint(Primary = "5.5", Fallback = "5.4")]
            Task<string> OneAsync();
        }
        """,
        Support));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM021\n" + Chains.Source(Chains.Desk("Chain = \"support\", Primary = \"5.5\""), Support));
}
