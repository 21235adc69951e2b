using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class LockTests
{
    [Fact]
    public Task A_model_that_the_account_may_not_ask_is_an_error()
    {
        var test = CreateTest("""Primary = {|#0:"5.4"|}, Fallback = {|#1:"gpt-5.4-2026-03-05"|}, Fallbacks = new[] { "gpt-5.2" }""", """
            "production": { "models": { "gpt-5.4": { "access": false }, "gpt-5.4-2026-03-05": { "access": false }, "gpt-5.2": { "access": true } } }
            """);
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(ChainDescriptors.NoAccess).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
                "The account of 'production' has no access to '5.4' (gpt-5.4), says typedllm.lock.json; use 'gpt-5.6-terra'"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(ChainDescriptors.NoAccess).WithLocation(1));
        return test.RunAsync();
    }

    [Fact]
    public Task A_model_that_was_refused_streaming_is_an_error_where_the_answer_is_handed_out_as_it_comes()
    {
        var test = CreateStreamTest("""Primary = "gpt-5.2", Fallback = {|#0:"gpt-5.4"|}""", """
            "production": { "models": { "gpt-5.4": { "access": true, "refused": [ { "endpoint": "responses", "feature": "streaming", "use": "whole answers" } ] } } }
            """);
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(ChainDescriptors.Refused).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
                "The account of 'production' was refused streaming with 'gpt-5.4', says typedllm.lock.json, but 'AnswerAsync' returns IAsyncEnumerable<string>; what works with it is whole answers; else use 'gpt-5.6-terra'"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""Primary = "gpt-5.4", Fallback = "gpt-5.2", Stream = true""", """ "a": { "models": { "gpt-5.4": { "refused": [ { "endpoint": "responses", "feature": "streaming" } ] } } } """)]
    [InlineData("""Primary = "gpt-5.4", Fallback = "gpt-5.2" """, """ "a": { "models": { "gpt-5.4": { "refused": [ { "endpoint": "chat", "feature": "streaming" } ] } } } """)]
    [InlineData("""Primary = "gpt-5.4", Fallback = "gpt-5.2" """, """ "a": { "models": { "gpt-5.4": { "access": true }, "other": { "access": false } } } """)]
    [InlineData("""Primary = "gpt-5.4", Fallback = "gpt-5.2" """, """ "a": { "models": { "gpt-5.4": { "access": false } } }, "b": {} """)]
    public Task What_is_open_not_needed_unknown_or_so_in_one_environment_only_is_fine(string arguments, string environments) =>
        CreateTest(arguments, environments).RunAsync();

    [Theory]
    [InlineData("a", "TLLM015")]
    [InlineData("b", null)]
    public Task The_project_says_which_environment_counts(string environment, string? id)
    {
        var name = id is null ? "\"gpt-5.4\"" : $"{{|{id}:\"gpt-5.4\"|}}";
        var test = CreateTest($"""Primary = {name}, Fallback = "gpt-5.2" """, """ "a": { "models": { "gpt-5.4": { "access": false } } }, "b": {} """);
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\nbuild_property.TypedLlmEnvironment = {environment}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_named_chain_is_told_of_access_where_it_is_declared_and_of_needs_where_it_is_used()
    {
        var test = new Verify.Test
        {
            TestCode = Chains.Source(
                Chains.Desk("Chain = {|TLLM016:\"support\"|}").Replace("Task<string>", "System.Collections.Generic.IAsyncEnumerable<string>", StringComparison.Ordinal), "\"support\", Primary = {|TLLM015:\"gpt-5.4\"|}, Fallback = \"gpt-5.2\""),
        };
        Add(test, """
            "a": { "models": {
              "gpt-5.4": { "access": false },
              "gpt-5.2": { "refused": [ { "endpoint": "responses", "feature": "streaming" } ] } } }
            """);
        return test.RunAsync();
    }

    [Fact]
    public Task A_dead_model_is_only_dead() => CreateTest(
        """Primary = "gpt-5.4", Fallback = {|TLLM005:"5.3"|}""",
        """ "a": { "models": { "gpt-5.3-chat-latest": { "access": false } } } """).RunAsync();

    [Theory]
    [InlineData("2026-11-22", "\"gpt-9\"")]
    [InlineData("2030-01-01", "{|TLLM005:\"gpt-9\"|}")]
    public Task Its_day_counts_for_dates(string date, string fallback)
    {
        var test = CreateTest($"Primary = \"gpt-5.4\", Fallback = {fallback}", $$""" "a": { "checked": "{{date}}" } """);
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "models": [ { "id": "gpt-9", "shutdownDate": "2030-01-01" } ] }"""));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("TLLM015", """ "a": { "models": { "gpt-5.4": { "access": false } } } """)]
    [InlineData("TLLM016", """ "a": { "models": { "gpt-5.4": { "refused": [ { "endpoint": "responses", "feature": "streaming" } ] } } } """)]
    public async Task Suppressed_and_configured(string id, string environments)
    {
        var suppressed = new Verify.Test { TestCode = $"#pragma warning disable {id}\n" + Desk.Streaming("""Primary = "gpt-5.4", Fallback = "gpt-5.2" """) };
        Add(suppressed, environments);
        await suppressed.RunAsync();

        var configured = CreateStreamTest("""Primary = {|#0:"gpt-5.4"|}, Fallback = "gpt-5.2" """, environments);
        configured.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\ndotnet_diagnostic.{id}.severity = warning\n"));
        configured.ExpectedDiagnostics.Add(
            Verify.Diagnostic(Descriptors.Find(ChainDescriptors.All, id)).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        await configured.RunAsync();
    }

    private static Verify.Test CreateStreamTest(string arguments, string environments)
    {
        var test = new Verify.Test { TestCode = Desk.Streaming(arguments) };
        Add(test, environments);
        return test;
    }

    private static Verify.Test CreateTest(string arguments, string environments)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        Add(test, environments);
        return test;
    }

    private static void Add(Verify.Test test, string environments) =>
        test.TestState.AdditionalFiles.Add(("typedllm.lock.json", $$"""{ "version": 1, "environments": { {{environments}} } }"""));
}
