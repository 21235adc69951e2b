using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>The rules about models, where a chain is declared under a name.</summary>
public sealed class NamedChainModelTests
{
    [Theory]
    [InlineData("\"support\", Primary = {|TLLM001:\"gpt-5.4-mni\"|}, Fallback = \"5.5\"")]
    [InlineData("\"support\", Primary = {|TLLM002:\"5.4\"|}")]
    [InlineData("\"support\", Primary = \"5.4\", Fallback = {|TLLM003:\"gpt-5.4\"|}")]
    [InlineData("\"support\", Primary = {|TLLM004:\"5.3\"|}, Fallback = \"5.4\"")]
    [InlineData("\"support\", Primary = \"5.4\", Fallbacks = [\"5.5\", {|TLLM005:\"5.3\"|}]")]
    public Task Reported_at_the_declaration_and_not_where_it_is_used(string declaration) => Verify.VerifyAnalyzerAsync(Chains.Declared(declaration));

    [Fact]
    public Task Reported_once_for_many_endpoints() => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = \"support\"") + Chains.Desk("Chain = \"support\"", "IOther"), "\"support\", Primary = {|TLLM002:\"5.4\"|}"));

    [Theory]
    [InlineData("\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"")]
    [InlineData("\"support\", Primary = \"5.4\", NoFallback = \"internal tool\"")]
    [InlineData("\"support\"")]
    [InlineData("\"support\", Fallback = \"5.4\"")]
    public Task Nothing_wrong_with_the_models(string declaration) => Verify.VerifyAnalyzerAsync(Chains.Declared(declaration));

    [Theory]
    [InlineData("Chain = \"gone\"")]
    [InlineData("Chain = {|CS0103:Names|}.Support")]
    public Task A_name_that_leads_nowhere_is_no_chain_without_primary(string arguments) => Verify.VerifyAnalyzerAsync(Chains.Source(Chains.Desk(arguments)));

    [Fact]
    public Task The_chain_of_a_method_is_not_that_of_its_interface() => Verify.VerifyAnalyzerAsync(Chains.Source(
        """
        [LlmEndpoint(Primary = {|TLLM002:"5.4"|})]
        public interface IDesk
        {
            [Prompt("One"), LlmEndpoint(Chain = "support")]
            Task<string> OneAsync();
        }
        """,
        "\"support\", Primary = \"5.4\", Fallback = \"5.5\""));

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM002\n" + Chains.Declared("\"support\", Primary = \"5.4\""));
}
