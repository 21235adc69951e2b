using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class UnusedParameterTests
{
    [Fact]
    public Task Reported_at_the_parameter() => Verify.VerifyAnalyzerAsync(
        Desk.Members("    [Prompt(\"Ask {text} {{company}}\")] Task<string> AskAsync(string {|#0:company|}, string text);"),
        Verify.Diagnostic(PromptDescriptors.UnusedParameter).WithLocation(0).WithArguments("company", "AskAsync").WithSeverity(DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("[Prompt(\"Ask {text}\")] Task<string> AskAsync(string text, LlmCallOptions? options = null, System.Threading.CancellationToken ct = default);")]
    [InlineData("[Prompt(\"Ask {text.Length}\")] Task<string> AskAsync(string text);")]
    [InlineData("[Prompt(\"Ask\"), SystemPrompt(\"You answer for {company}\")] Task<string> AskAsync(string company);")]
    [InlineData("Task<string> {|TLLM103:AskAsync|}(string text);")]
    [InlineData("[Prompt(\"Ask {{|TLLM201:txt|}}\")] Task<string> AskAsync(string text);")]
    [InlineData("[Prompt(\"Ask {|TLLM202:{|}text\")] Task<string> AskAsync(string text);")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync({|TLLM104:object|} data);")]
    [InlineData("[Prompt(\"Ask\")] {|TLLM101:Task|} AskAsync(string text);")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync(string text) => Task.FromResult(text);")]
    public Task Not_reported(string method) => Verify.VerifyAnalyzerAsync(Desk.Members("    " + method));

    [Fact]
    public Task The_system_prompt_of_the_interface_uses_it_too() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPrompt("You answer for {company}")]
        public interface IDesk
        {
            [Prompt("Ask")] Task<string> AskAsync(string company);
            [Prompt("Tell"), SystemPrompt("You tell")] Task<string> TellAsync(string {|TLLM205:company|});
        }
        """));

    [Fact]
    public Task What_a_base_interface_declares_may_be_for_another_endpoint() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        interface IBase { [Prompt("Answer {question}")] Task<string> AnswerAsync(string company, string question); }

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4"), SystemPrompt("You answer for {company}")]
        interface ISales : IBase;

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        interface IInternal : IBase;

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        interface IEndpointBase { [Prompt("Tell")] Task<string> TellAsync(string {|TLLM205:text|}); }

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        interface IDerived : IEndpointBase;
        """));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM205\n" + Desk.Members("    [Prompt(\"Ask\")] Task<string> AskAsync(string text);"));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.Members("    [Prompt(\"Ask\")] Task<string> AskAsync(string {|#0:text|});") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM205.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.UnusedParameter).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }
}
