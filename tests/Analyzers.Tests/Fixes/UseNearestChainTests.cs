using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.NamedChainAnalyzer, TypedLlm.CodeFixes.UseNearestChainCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class UseNearestChainTests
{
    private const string Support = "\"support desk\", Primary = \"5.4\", Fallback = \"5.6-sol\"";

    [Fact]
    public Task The_nearest_name_is_used() => new Verify.Test
    {
        TestCode = Chains.Source(Chains.Desk("Chain = {|TLLM019:\"suport desk\"|}") + Chains.Desk("Chain = {|TLLM019:\"support dsk\"|}", "IOther") + Chains.Desk("Chain = \"support desk\"", "IThird"), Support),
        FixedCode = Chains.Source(Chains.Desk("Chain = \"support desk\"") + Chains.Desk("Chain = \"support desk\"", "IOther") + Chains.Desk("Chain = \"support desk\"", "IThird"), Support),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task Nothing_is_offered_where_no_name_is_near() =>
        Verify.VerifyNoCodeFixAsync(Chains.Source(Chains.Desk("Chain = {|TLLM019:\"reports\"|}") + Chains.Desk("Chain = \"support desk\"", "IOther"), Support));
}
