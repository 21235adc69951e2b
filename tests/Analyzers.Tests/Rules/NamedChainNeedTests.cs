using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>What an endpoint asks of a chain that is declared under a name is reported where the endpoint uses it, all else at the declaration.</summary>
public sealed class NamedChainNeedTests
{
    [Fact]
    public Task A_need_is_reported_at_the_use() => Verify.VerifyAnalyzerAsync(
        Chains.Source(
            Chains.Desk("Chain = {|#0:\"support\"|}, Effort = Effort.Max") + Chains.Desk("Chain = \"support\"", "IOther"),
            "\"support\", Primary = \"6-sol\", Fallback = \"5.4\""),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(0).WithMessage(
            "'5.4' (gpt-5.4) of chain 'support' takes only the efforts none, low, medium, high, xhigh, but 'IDesk' sets Effort = Effort.Max; use 'gpt-5.6-terra'"));

    [Fact]
    public Task A_price_limit_is_reported_at_the_use() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = {|TLLM014:\"support\"|}, MaxFallbackPriceRatio = 1.5") + Chains.Desk("Chain = \"support\"", "IOther"),
        "\"support\", Primary = \"6-sol\", Fallback = \"5.5\""));

    [Fact]
    public Task Attempts_are_reported_at_the_use() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = {|TLLM009:\"support\"|}") + Chains.Desk("Chain = \"support\", MaxAttempts = 4", "IOther"),
        "\"support\", Primary = \"6-sol\", Fallbacks = [\"5.5\", \"5.4\", \"5.2\"]"));

    [Fact]
    public Task A_date_is_reported_at_the_declaration() =>
        Verify.VerifyAnalyzerAsync(Chains.Declared("\"support\", Primary = \"5.4\", Fallback = {|TLLM007:\"gpt-5\"|}"));
}
