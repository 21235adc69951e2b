using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.NamedChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class UnknownChainTests
{
    private const string Support = "\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"";

    [Fact]
    public Task Reported_at_the_name_with_what_was_meant() => Verify.VerifyAnalyzerAsync(
        Chains.Source(Chains.Desk("Chain = {|#0:\"suport\"|}") + Chains.Desk("Chain = \"support\"", "IOther"), Support),
        Verify.Diagnostic(NamedChainDescriptors.UnknownChain).WithLocation(0).WithArguments("suport", "did you mean 'support'?"));

    [Fact]
    public Task Without_a_near_name_it_is_to_be_declared() => Verify.VerifyAnalyzerAsync(
        Chains.Source(Chains.Desk("Chain = {|#0:\"reports\"|}")),
        Verify.Diagnostic(NamedChainDescriptors.UnknownChain).WithLocation(0).WithArguments("reports", "declare it with [assembly: LlmChain]"));

    [Theory]
    [InlineData("\"Support\"")]
    [InlineData("\"\"")]
    public Task Names_are_exact(string name) => Verify.VerifyAnalyzerAsync(
        Chains.Source(Chains.Desk($"Chain = {{|TLLM019:{name}|}}") + Chains.Desk("Chain = \"support\"", "IOther"), Support));

    [Fact]
    public Task A_method_of_an_interface_that_is_only_inherited_is_looked_at_where_it_stands() => Verify.VerifyAnalyzerAsync(Chains.Source(
        """
        public interface IBase
        {
            [Prompt("One"), LlmEndpoint(Chain = {|TLLM019:"gone"|})]
            Task<string> OneAsync();
        }

        [LlmEndpoint(Chain = "support")]
        public interface IDesk : IBase
        {
            [Prompt("Two")]
            Task<string> TwoAsync();
        }
        """,
        Support));

    [Fact]
    public Task A_chain_of_another_file_is_known()
    {
        var test = new Verify.Test { TestCode = Chains.Source(Chains.Desk("Chain = Names.Support")) };
        test.TestState.Sources.Add(("Chains.cs", "using TypedLlm;\n[assembly: LlmChain(Names.Support, Primary = \"5.4\", Fallback = \"5.5\")]\nstatic class Names { public const string Support = \"support\"; }\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Chain = null")]
    [InlineData("Primary = \"5.4\", Fallback = \"5.5\"")]
    public Task Without_a_name_there_is_nothing_to_find(string arguments) => Verify.VerifyAnalyzerAsync(Chains.Source(Chains.Desk(arguments)));

    [Theory]
    [InlineData("Chain = {|CS0103:Names|}.Support")]
    [InlineData("Chain = {|CS0029:4|}")]
    public Task Half_written_names_are_left_to_the_compiler(string arguments) => Verify.VerifyAnalyzerAsync(Chains.Source(Chains.Desk(arguments)));

    [Theory]
    [InlineData("Names.{|CS0117:Suport|}, Primary = \"5.5\"")]
    [InlineData("{|CS0103:Suport|}, Primary = \"5.5\"")]
    public Task A_declaration_with_a_half_written_name_may_be_the_one(string declaration) => Verify.VerifyAnalyzerAsync(Chains.Source(
        Chains.Desk("Chain = \"support\"") + Chains.Desk("Chain = \"reports\"", "IOther") + "static class Names;",
        declaration,
        "\"reports\", Primary = \"5.4\""));

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM019\n" + Chains.Source(Chains.Desk("Chain = \"reports\"")));

    [Fact]
    public Task Severity_is_configured()
    {
        var test = new Verify.Test { TestCode = Chains.Source(Chains.Desk("Chain = {|#0:\"reports\"|}")) };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM019.severity = suggestion\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(NamedChainDescriptors.UnknownChain).WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        return test.RunAsync();
    }
}
