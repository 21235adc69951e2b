using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class UnknownModelTests
{
    [Theory]
    [InlineData("""Primary = {|TLLM001:"gpt-5.4-mni"|}, Fallback = "gpt-5.5" """)]
    [InlineData("""Primary = "gpt-5.5", Fallback = {|TLLM001:"gpt-5.4-mni"|}""")]
    [InlineData("""Primary = "gpt-5.5", Fallbacks = new[] { "gpt-5.4", {|TLLM001:"gpt-9"|} }""")]
    [InlineData("""Primary = "gpt-5.5", Fallbacks = new string[] { {|TLLM001:"gpt-9"|}, "gpt-5.4" }""")]
    [InlineData("""Fallback = {|TLLM001:"gpt-9"|}, Stream = true, Primary = "gpt-5.5" """)]
    [InlineData("""Primary = {|TLLM001:"gpt-" + "9"|}, Fallback = "gpt-5.5" """)]
    [InlineData("""Primary = {|TLLM001:Names.Wrong|}, Fallback = LlmModels.Gpt54""")]
    [InlineData("""Primary = {|TLLM001:nameof(Names)|}, Fallback = "5.4" """)]
    public Task Reported_exactly_at_the_name(string arguments) =>
        Verify.VerifyAnalyzerAsync(Desk.With(arguments) + "static class Names { public const string Wrong = \"gpt-5.4-mni\"; }\n");

    [Theory]
    [InlineData("""Primary = "gpt-5.5", Fallback = "5.4" """)]
    [InlineData("""Primary = LlmModels.Gpt55, Fallbacks = new[] { LlmModels.Gpt54, "gpt-5.4-mini" }""")]
    public Task Ids_short_names_and_constants_are_known(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Fact]
    public Task The_message_names_the_nearest() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = {|#0:"gpt-5.4-mni"|}, Fallback = "gpt-5.5" """),
        Verify.Diagnostic(ChainDescriptors.UnknownModel).WithLocation(0)
            .WithMessage("The catalog knows no model 'gpt-5.4-mni'; did you mean 'gpt-5.4-mini' or 'gpt-5-mini' or 'gpt-5.4-nano'?"));

    [Fact]
    public Task A_method_brings_its_own_chain() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt("Answer: {question}")]
            [LlmEndpoint(Primary = {|TLLM001:"gpt-9"|}, Fallback = "gpt-5.4")]
            Task<string> AnswerAsync(string question);
        """));

    [Fact]
    public Task A_name_of_the_interface_is_reported_once_for_all_methods() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = {|TLLM001:"gpt-9"|}, Fallback = "gpt-5.4")]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(Effort = Effort.High)]
            Task<string> TwoAsync();

            [Prompt("Three")]
            IAsyncEnumerable<string> ThreeAsync();
        }
        """));

    [Fact]
    public Task An_inherited_chain_is_reported_where_it_stands_and_once() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        public interface IBase
        {
            [Prompt("One")]
            [LlmEndpoint(Primary = {|TLLM001:"gpt-9"|}, Fallback = "gpt-5.4")]
            Task<string> OneAsync();
        }

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        public interface ILeft : IBase;

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        public interface IRight : IBase;
        """));

    [Fact]
    public Task A_model_of_the_project_is_known() => VerifyWithFileAsync(
        Desk.With("""Primary = "acme-1", Fallback = "house" """),
        """{ "models": [ { "id": "acme-1" } ], "aliases": { "house": "gpt-5.4" } }""");

    [Fact]
    public Task A_method_of_a_class_is_no_endpoint() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        public class Desk
        {
            [LlmEndpoint(Primary = "gpt-9")]
            public Task<string> AnswerAsync() => null!;
        }
        """));

    [Fact]
    public Task A_pragma_suppresses_it() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM001\n" + Desk.With("""Primary = "gpt-9", Fallback = "gpt-5.4" """));

    [Fact]
    public Task An_attribute_suppresses_it() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-9", Fallback = "gpt-5.4")]
        [System.Diagnostics.CodeAnalysis.SuppressMessage("TypedLlm.Chain", "TLLM001", Justification = "Not in the catalog yet")]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();
        }
        """));

    [Fact]
    public Task Its_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = {|#0:"gpt-9"|}, Fallback = "gpt-5.4" """) };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM001.severity = suggestion\n"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(ChainDescriptors.UnknownModel).WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    private static Task VerifyWithFileAsync(string source, string file)
    {
        var test = new Verify.Test { TestCode = source };
        test.TestState.AdditionalFiles.Add(("TypedLlm.Models.json", file));
        return test.RunAsync();
    }
}
