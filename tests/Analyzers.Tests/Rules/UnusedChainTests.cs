using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.NamedChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class UnusedChainTests
{
    private const string Support = "\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"";
    private const string Reports = "\"reports\", Primary = \"5.5\", Fallback = \"5.4\"";

    [Fact]
    public Task Reported_at_the_name() =>
        Verify.VerifyAnalyzerAsync(Chains.Declared(Support, Reports.Replace("\"reports\"", "{|TLLM020:\"reports\"|}", StringComparison.Ordinal)));

    [Fact]
    public Task A_method_uses_a_chain_as_an_interface_does() => Verify.VerifyAnalyzerAsync(Chains.Source(
        """
        [LlmEndpoint(Chain = "support")]
        public interface IDesk
        {
            [Prompt("One"), LlmEndpoint(Chain = "reports")]
            Task<string> OneAsync();
        }
        """,
        Support,
        Reports));

    [Fact]
    public Task Another_file_may_use_it()
    {
        var test = new Verify.Test { TestCode = "using TypedLlm;\n[assembly: LlmChain(" + Support + ")]\n" };
        test.TestState.Sources.Add(("Desk.cs", Chains.Declared()));
        return test.RunAsync();
    }

    [Fact]
    public Task Another_project_may_not()
    {
        var test = new Verify.Test { TestCode = Chains.Source("", "{|TLLM020:\"support\"|}, Primary = \"5.4\"") };
        test.TestState.AdditionalProjects.Add(
            "Other", new() { Sources = { ("Desk.cs", Chains.Source(Chains.Desk("Chain = {|TLLM019:\"support\"|}"))) } });
        return test.RunAsync();
    }

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM020\n" + Chains.Source("", Support));
}
