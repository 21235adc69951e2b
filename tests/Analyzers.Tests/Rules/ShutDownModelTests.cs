using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class ShutDownModelTests
{
    [Fact]
    public Task A_primary_is_an_error() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = {|#0:"5.3"|}, Fallback = "5.4" """),
        Verify.Diagnostic(ChainDescriptors.PrimaryShutDown).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
            "Primary '5.3' (gpt-5.3-chat-latest) was shut down on 2026-08-10, so every call to it fails; use 'gpt-5.6-sol'"));

    [Fact]
    public Task A_fallback_is_a_warning() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "5.4", Fallback = {|#0:"5.3"|}, Stream = true"""),
        Verify.Diagnostic(ChainDescriptors.FallbackShutDown).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "Fallback '5.3' (gpt-5.3-chat-latest) was shut down on 2026-08-10, so that the chain has no working fallback; use 'gpt-5.6-sol'"));

    [Fact]
    public Task An_alias_of_the_project_answers_it() => VerifyAsync(
        """Primary = "5.4", Fallback = "5.3", Stream = true""",
        """{ "aliases": { "5.3": "gpt-5.6-sol" } }""");

    [Fact]
    public Task A_correction_of_the_project_answers_it() => VerifyAsync(
        """Primary = "5.4", Fallback = "5.3" """,
        """{ "models": [ { "id": "gpt-5.3-chat-latest", "status": null, "shutdownDate": null } ] }""");

    [Fact]
    public Task A_date_is_compared_with_the_catalogs_own()
    {
        const string models = """ "models": [ { "id": "acme-1", "shutdownDate": "2030-01-01" } ] """;
        return Task.WhenAll(
            VerifyAsync("""Primary = "5.4", Fallback = {|TLLM007:"acme-1"|}""", $$"""{ "asOf": "2029-12-31", {{models}} }"""),
            VerifyAsync("""Primary = "5.4", Fallback = {|TLLM005:"acme-1"|}""", $$"""{ "asOf": "2030-01-01", {{models}} }"""));
    }

    [Theory]
    [InlineData("TLLM004", """Primary = "5.3", Fallback = "5.4" """)]
    [InlineData("TLLM005", """Primary = "5.4", Fallback = "5.3" """)]
    public Task Suppressed_by_pragma(string id, string arguments) =>
        Verify.VerifyAnalyzerAsync($"#pragma warning disable {id}\n" + Desk.With(arguments));

    [Fact]
    public Task The_severity_can_be_raised()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "5.4", Fallback = {|#0:"5.3"|}""") };
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM005.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(ChainDescriptors.FallbackShutDown).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string arguments, string file)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", file));
        return test.RunAsync();
    }
}
