using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.NamedChainAnalyzer, TypedLlm.CodeFixes.RemoveModelsCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class RemoveModelsTests
{
    private const string Support = "\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"";

    [Theory]
    [InlineData("{|TLLM021:Chain = \"support\"|}, Primary = \"5.5\"", "Chain = \"support\"")]
    [InlineData("Primary = \"5.5\", Fallback = \"5.4\", {|TLLM021:Chain = \"support\"|}, Stream = true, Fallbacks = new[] { \"5.2\" }", "Chain = \"support\", Stream = true")]
    [InlineData("Fallback = null, {|TLLM021:Chain = \"support\"|}, Primary = \"5.5\"", "Chain = \"support\"")]
    public Task Only_the_models_go(string before, string after) => Verify.VerifyCodeFixAsync(
        Chains.Source(Chains.Desk(before), Support), Chains.Source(Chains.Desk(after), Support));

    [Theory]
    [InlineData("{|TLLM021:Chain = {|TLLM019:\"suport\"|}|}, Primary = \"5.5\", Fallback = \"5.4\"")]
    [InlineData("Primary = \"5.5\", {|TLLM021:Chain = {|TLLM019:\"\"|}|}")]
    public Task The_models_stay_while_the_chain_is_not_declared(string arguments) =>
        Verify.VerifyNoCodeFixAsync(Chains.Source(Chains.Desk(arguments) + Chains.Desk("Chain = \"support\"", "IOther"), Support));

    [Fact]
    public Task All_attributes_are_fixed_together() => new Verify.Test
    {
        TestCode = Chains.Source(Chains.Desk("{|TLLM021:Chain = \"support\"|}, Primary = \"5.5\"") + Chains.Desk("Primary = \"5.5\", {|TLLM021:Chain = \"support\"|}", "IOther"), Support),
        FixedCode = Chains.Source(Chains.Desk("Chain = \"support\"") + Chains.Desk("Chain = \"support\"", "IOther"), Support),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();
}
