using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData("Task<string>")]
    [InlineData("ValueTask<string>")]
    [InlineData("Task<LlmResult<string>>")]
    [InlineData("IAsyncEnumerable<string>")]
    [InlineData("IAsyncEnumerable<LlmEvent<string>>")]
    public Task Supported_return_types_are_fine(string type) => Verify.VerifyAnalyzerAsync(Method($"{type} AskAsync(string text);"));

    [Theory]
    [InlineData("string")]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("IEnumerable<string>")]
    public Task Other_return_types_are_reported_at_the_type(string type) =>
        Verify.VerifyAnalyzerAsync(Method($"{{|TLLM101:{type}|}} AskAsync(string text);"));

    [Fact]
    public Task The_message_lists_the_supported_types() => Verify.VerifyAnalyzerAsync(
        Method("{|#0:string|} Ask(string text);"),
        Verify.Diagnostic(DeclarationDescriptors.UnsupportedReturnType).WithLocation(0).WithArguments("Ask", "string").WithSeverity(DiagnosticSeverity.Error));

    [Theory]
    [InlineData("IAsyncEnumerable<string>")]
    [InlineData("IAsyncEnumerable<LlmEvent<string>>")]
    public Task No_stream_on_a_method_that_streams(string type) => Verify.VerifyAnalyzerAsync(Desk.Members(
        $$"""
            [Prompt("Ask {text}")]
            [LlmEndpoint({|TLLM102:Stream = false|})]
            {{type}} AskAsync(string text);
        """));

    [Fact]
    public Task No_stream_on_a_method_that_returns_the_answer_whole() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt("Ask {text}")]
            [LlmEndpoint(Stream = false)]
            Task<string> AskAsync(string text);
        """));

    [Fact]
    public Task No_prompt_is_reported_at_the_name() =>
        Verify.VerifyAnalyzerAsync(Desk.Members("    Task<string> {|TLLM103:AskAsync|}(string text);"));

    [Fact]
    public Task A_blank_prompt_is_none() =>
        Verify.VerifyAnalyzerAsync(Desk.Members("    [Prompt(\" \")] Task<string> {|TLLM103:AskAsync|}(string text);"));

    [Fact]
    public Task A_parameter_that_has_no_json_is_reported_at_its_type() =>
        Verify.VerifyAnalyzerAsync(Method("Task<string> AskAsync({|TLLM104:object|} text);"));

    [Theory]
    [InlineData("string {|TLLM105:Name|} { get; }")]
    [InlineData("event System.Action {|TLLM105:Changed|};")]
    [InlineData("[Prompt(\"Ask\")] Task<string> {|TLLM105:AskAsync|}<T>();")]
    [InlineData("[Prompt(\"Ask\")] Task<string> {|TLLM105:AskAsync|}(ref string text);")]
    public Task Members_that_no_model_answers_are_reported_at_the_name(string member) =>
        Verify.VerifyAnalyzerAsync(Desk.Members("    " + member));

    [Fact]
    public Task An_interface_local_to_its_file_is_reported() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        file interface {|TLLM106:IDesk|};
        """));

    [Theory]
    [InlineData("TLLM101", "string Ask(string text);")]
    [InlineData("TLLM102", "[LlmEndpoint(Stream = false)] IAsyncEnumerable<string> AskAsync(string text);")]
    [InlineData("TLLM104", "Task<string> AskAsync(object text);")]
    [InlineData("TLLM105", "Task<string> AskAsync<T>(string text);")]
    public Task Suppressed_by_pragma(string id, string method) =>
        Verify.VerifyAnalyzerAsync($"#pragma warning disable {id}\n" + Method(method));

    [Fact]
    public Task A_missing_prompt_is_suppressed_by_an_attribute() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [System.Diagnostics.CodeAnalysis.SuppressMessage("TypedLlm.Declaration", "TLLM103", Justification = "Not called")]
            Task<string> AskAsync(string text);
        """));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.Members("    Task<string> {|#0:AskAsync|}(string text);") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM103.severity = warning\n"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(DeclarationDescriptors.MissingPrompt).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    private static string Method(string method) => Desk.Members($"    [Prompt(\"Ask {{text}}\")]\n    {method}");
}
