using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>TLLM007 and TLLM008: models whose end is announced.</summary>
public sealed class RetirementTests
{
    private const string Models = """
        { "asOf": "2029-01-01", "models": [
          { "id": "soon", "shutdownDate": "2029-04-01" }, { "id": "later", "shutdownDate": "2029-04-02" }, { "id": "last", "shutdownDate": "2029-06-01" } ] }
        """;

    [Fact]
    public Task A_fallback_within_the_horizon() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "5.4", Fallback = {|#0:"gpt-5"|}"""),
        Verify.Diagnostic(ChainDescriptors.RetiringModel).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "Fallback 'gpt-5' will be shut down on 2026-12-11; use 'gpt-6.1-sol'"));

    [Fact]
    public Task A_primary_within_the_horizon() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = {|#0:"gpt-5"|}, Fallback = "5.4" """),
        Verify.Diagnostic(ChainDescriptors.RetiringModel).WithLocation(0).WithMessage("Primary 'gpt-5' will be shut down on 2026-12-11; use 'gpt-6.1-sol'"));

    [Theory]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM007:"soon"|}""")]
    [InlineData("""Primary = "5.4", Fallback = "later" """)]
    [InlineData("""Primary = "later", Fallback = "last" """)]
    [InlineData("""Primary = "last", Fallback = {|TLLM008:"later"|}""")]
    [InlineData("""Primary = "last", Fallback = {|TLLM007:"soon"|}""")]
    [InlineData("""Primary = {|TLLM007:"soon"|}, Fallback = "last" """)]
    public Task The_horizon_is_90_days_after_the_date_of_the_catalog(string arguments) => VerifyAsync(arguments);

    [Fact]
    public Task A_fallback_that_goes_first_names_both_dates()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "last", Fallback = {|#0:"later"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", Models));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(ChainDescriptors.FallbackRetiresFirst).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "Fallback 'later' will be shut down on 2029-04-02 and cannot stand in for 'last', which lasts until 2029-06-01; name another model"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData(".editorconfig", "root = true\n[*.cs]\ntypedllm_retirement_horizon_days = 91\n")]
    [InlineData(".globalconfig", "is_global = true\ntypedllm_retirement_horizon_days = 91\n")]
    [InlineData(".globalconfig", "is_global = true\nbuild_property.TypedLlmRetirementHorizonDays = 91\n")]
    public Task The_horizon_can_be_set(string name, string text) => Task.WhenAll(
        VerifyAsync("""Primary = "5.4", Fallback = {|TLLM007:"later"|}""", (name, text)),
        VerifyAsync("""Primary = "5.4", Fallback = "soon" """, (name, text.Replace("91", "0", StringComparison.Ordinal))));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM007\n" + Desk.With("""Primary = "5.4", Fallback = "gpt-5" """));

    [Fact]
    public Task A_fallback_that_goes_first_suppressed_by_pragma()
    {
        var test = new Verify.Test { TestCode = "#pragma warning disable TLLM008\n" + Desk.With("""Primary = "last", Fallback = "later" """) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", Models));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string arguments, params (string, string)[] options)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", Models));
        foreach (var option in options)
        {
            test.TestState.AnalyzerConfigFiles.Add(option);
        }

        return test.RunAsync();
    }
}
