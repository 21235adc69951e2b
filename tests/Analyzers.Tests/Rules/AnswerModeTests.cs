using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;
using VerifyFix = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.ReplaceUnsuitableModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>TLLM308: models that cannot be held to the schema of a typed answer.</summary>
public sealed class AnswerModeTests
{
    private const string Models = """
        { "models": [ { "id": "bare", "capabilities": { "responses": { "structured": false, "jsonMode": false } } } ] }
        """;

    [Theory]
    [InlineData("Task<int>")]
    [InlineData("ValueTask<int>")]
    [InlineData("Task<LlmResult<int>>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("IAsyncEnumerable<LlmEvent<int>>")]
    public Task Each_form_of_a_typed_answer_is_told_how_the_model_is_asked(string returns) => Verify.VerifyAnalyzerAsync(
        Source("""Primary = "5.4", Fallback = {|#0:"gpt-5.4-pro"|}""", returns),
        Verify.Diagnostic(ChainDescriptors.WeakerAnswers).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            $"'gpt-5.4-pro' cannot answer in a strict schema, but 'CountAsync' returns {returns}; it is asked in JSON mode, with the schema in the prompt, which is less sure; use 'gpt-6-astra'"));

    [Theory]
    [InlineData("Task<string>")]
    [InlineData("Task<LlmResult<string>>")]
    public Task Text_needs_no_schema(string returns) => Verify.VerifyAnalyzerAsync(Source("""Primary = "5.4", Fallback = "gpt-5.4-pro" """, returns));

    [Fact]
    public Task A_model_of_the_project_without_JSON_mode_has_the_schema_in_its_prompt()
    {
        var test = new Verify.Test { TestCode = Source("""Primary = {|#0:"bare"|}, Fallback = "5.4" """, "Task<int>") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", Models));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(ChainDescriptors.WeakerAnswers).WithLocation(0).WithMessage(
            "'bare' cannot answer in a strict schema, but 'CountAsync' returns Task<int>; it is asked with the schema in the prompt alone, which is less sure; name another model"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_refusal_of_the_account_is_no_error_either()
    {
        var test = new Verify.Test { TestCode = Source("""Primary = "5.4", Fallback = {|#0:"gpt-5.2"|}""", "Task<int>") };
        test.TestState.AdditionalFiles.Add(("typedllm.lock.json", """
            { "version": 1, "environments": { "production": { "models": { "gpt-5.2": { "access": true, "refused": [ { "endpoint": "responses", "feature": "structured" } ] } } } } }
            """));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(ChainDescriptors.WeakerAnswers).WithLocation(0).WithMessage(
            "'gpt-5.2' gives the account of 'production' no answers in a strict schema, says typedllm.lock.json, but 'CountAsync' returns Task<int>; "
            + "it is asked in JSON mode, with the schema in the prompt, which is less sure; use 'gpt-5.6-terra'"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_named_chain_is_told_where_it_is_used() => Verify.VerifyAnalyzerAsync(
        Chains.Source(
            Chains.Desk("Chain = {|#0:\"support\"|}").Replace("Task<string>", "Task<int>", StringComparison.Ordinal) + Chains.Desk("Chain = \"support\"", "IOther"),
            "\"support\", Primary = \"5.4\", Fallback = \"gpt-5.4-pro\""),
        Verify.Diagnostic(ChainDescriptors.WeakerAnswers).WithLocation(0).WithMessage(
            "'gpt-5.4-pro' of chain 'support' cannot answer in a strict schema, but 'AnswerAsync' returns Task<int>; "
            + "it is asked in JSON mode, with the schema in the prompt, which is less sure; use 'gpt-6-astra'"));

    [Fact]
    public Task The_fix_puts_in_a_model_with_a_strict_schema() => VerifyFix.VerifyCodeFixAsync(
        Source("""Primary = "5.4", Fallback = {|TLLM308:"gpt-5.4-pro"|}""", "Task<int>"),
        Source("""Primary = "5.4", Fallback = "gpt-6-astra" """.TrimEnd(), "Task<int>"));

    private static string Source(string arguments, string returns) => Desk.Source(
        $$"""
        [LlmEndpoint({{arguments.TrimEnd()}})]
        public interface IDesk
        {
            [Prompt("Count")]
            {{returns}} CountAsync();
        }
        """);
}
