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
            "'5.4' (gpt-5.4) of chain 'support' takes only the efforts none, low, medium, high, xhigh, but 'IDesk' sets Effort = Effort.Max for 'AnswerAsync'; use 'gpt-5.6-terra'"));

    [Fact]
    public Task A_price_limit_is_reported_at_the_use() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = {|TLLM014:\"support\"|}, MaxFallbackPriceRatio = 1.5") + Chains.Desk("Chain = \"support\"", "IOther"),
        "\"support\", Primary = \"6-sol\", Fallback = \"5.5\""));

    [Theory]
    [InlineData("Stream = false", "{|TLLM014:\"5.5\"|}")]
    [InlineData("MaxFallbackPriceRatio = 60", "\"5.5\"")]
    public Task A_price_limit_of_the_options_is_reported_once_unless_all_uses_set_their_own(string setting, string fallback) => VerifyRatioAsync(
        Chains.Desk("Chain = \"support\", " + setting) + Chains.Desk("Chain = \"support\", " + setting, "IOther"), fallback);

    [Fact]
    public Task One_use_without_a_price_limit_has_that_of_the_options() => VerifyRatioAsync(
        Chains.Desk("Chain = \"support\", MaxFallbackPriceRatio = 60") + Chains.Desk("Chain = \"support\"", "IOther"), "{|TLLM014:\"5.5\"|}");

    [Fact]
    public Task Each_price_limit_is_reported_where_it_is_set() => VerifyRatioAsync(
        Chains.Desk("Chain = {|TLLM014:\"support\"|}, MaxFallbackPriceRatio = 1.5") + Chains.Desk("Chain = \"support\"", "IOther"), "\"5.5\"", "60");

    [Fact]
    public Task Attempts_are_reported_at_the_use() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = {|TLLM009:\"support\"|}") + Chains.Desk("Chain = \"support\", MaxAttempts = 4", "IOther"),
        "\"support\", Primary = \"6-sol\", Fallbacks = [\"5.5\", \"5.4\", \"5.2\"]"));

    [Fact]
    public Task A_date_is_reported_at_the_declaration() =>
        Verify.VerifyAnalyzerAsync(Chains.Declared("\"support\", Primary = \"5.4\", Fallback = {|TLLM007:\"gpt-5\"|}"));

    [Fact]
    public Task A_need_of_one_endpoint_does_not_hide_the_date() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = {|TLLM012:{|TLLM012:\"support\"|}|}, Temperature = 0.2, Effort = Effort.None") + Chains.Desk("Chain = \"support\"", "IOther"),
        "\"support\", Primary = \"5.4\", Fallback = {|TLLM007:\"gpt-5\"|}"));

    private static Task VerifyRatioAsync(string desks, string fallback, string ratio = "1.5")
    {
        var test = new Verify.Test { TestCode = Chains.Source(desks, $"\"support\", Primary = \"6-sol\", Fallback = {fallback}") };
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\nbuild_property.TypedLlmMaxFallbackPriceRatio = {ratio}\n"));
        return test.RunAsync();
    }
}
