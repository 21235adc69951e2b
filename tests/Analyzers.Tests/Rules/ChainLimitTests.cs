using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>TLLM009, TLLM013 and TLLM014: attempts, lists and prices.</summary>
public sealed class ChainLimitTests
{
    [Fact]
    public Task The_first_model_beyond_the_attempts() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "5.4", Fallback = "5.6-sol", Fallbacks = ["5.5", {|#0:"5.2"|}, "6-sol"]"""),
        Verify.Diagnostic(ChainDescriptors.ChainLongerThanAttempts).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "'5.2' may never be reached: 'AnswerAsync' sends at most 3 requests, and as many models stand before it; set MaxAttempts = 5, or shorten the chain"));

    [Theory]
    [InlineData("""Primary = "5.4", Fallback = "5.6-sol", Fallbacks = ["5.5"]""")]
    [InlineData("""Primary = "5.4", Fallback = "5.6-sol", Fallbacks = ["5.5", "5.2"], MaxAttempts = 4""")]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM009:"5.6-sol"|}, MaxAttempts = 1""")]
    public Task Attempts_are_counted(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Fact]
    public Task The_lowest_limit_of_the_methods_counts() => Verify.VerifyAnalyzerAsync(
        Desk.Source(
            """
            [LlmEndpoint(Primary = "5.4", Fallbacks = ["5.6-sol", "5.5", {|#0:"5.2"|}])]
            public interface IDesk
            {
                [Prompt("One")]
                [LlmEndpoint(MaxAttempts = 4)]
                Task<string> OneAsync();

                [Prompt("Two")]
                Task<string> TwoAsync();
            }
            """),
        Verify.Diagnostic(ChainDescriptors.ChainLongerThanAttempts).WithLocation(0).WithMessage(
            "'5.2' may never be reached: 'TwoAsync' sends at most 3 requests, and as many models stand before it; set MaxAttempts = 4, or shorten the chain"));

    [Fact]
    public Task An_interface_without_methods_is_judged_by_its_own_limit() => Verify.VerifyAnalyzerAsync(
        Desk.Source("""[LlmEndpoint(Primary = "5.4", Fallback = {|#0:"5.6-sol"|}, MaxAttempts = 1)] public interface IDesk;"""),
        Verify.Diagnostic(ChainDescriptors.ChainLongerThanAttempts).WithLocation(0).WithMessage(
            "'5.6-sol' may never be reached: a call sends at most 1 requests, and as many models stand before it; set MaxAttempts = 2, or shorten the chain"));

    // Only what an attribute says is kept to when the app runs.
    [Theory]
    [InlineData("""Primary = "6-luna", Fallbacks = [{|TLLM014:"5.5"|}, "5.4-nano", "5-nano"], MaxFallbackPriceRatio = 10""", "none")]
    [InlineData("""Primary = "6-luna", Fallbacks = [{|TLLM014:"5.5"|}, "5.4-nano", {|TLLM009:"5-nano"|}]""", "10")]
    public async Task A_fallback_that_is_too_dear_needs_an_attempt_if_it_is_asked(string arguments, string option)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", $"root = true\n[*.cs]\ntypedllm_max_fallback_price_ratio = {option}\ndotnet_diagnostic.TLLM007.severity = none\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_denied_model() => VerifyAsync(
        """Primary = "5.4", Fallback = {|#0:"gpt-5.5"|}""",
        """{ "deny": ["5.5"] }""",
        Verify.Diagnostic(ChainDescriptors.ModelNotAllowed).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
            "'gpt-5.5' is on the deny list and is never asked; use 'gpt-5.6-sol'"));

    [Fact]
    public Task A_model_that_is_not_on_the_allow_list() => VerifyAsync(
        """Primary = {|#0:"5.4"|}, Fallback = "6-luna" """,
        """{ "allow": ["6-luna", "5.6-luna"] }""",
        Verify.Diagnostic(ChainDescriptors.ModelNotAllowed).WithLocation(0).WithMessage(
            "'5.4' (gpt-5.4) is not on the allow list and is never asked; use 'gpt-5.6-luna'"));

    [Fact]
    public Task What_is_not_allowed_is_not_held_to_more() => VerifyAsync(
        """Primary = "6-sol", Fallback = {|TLLM013:"gpt-5"|}, Effort = Effort.Max, MaxFallbackPriceRatio = 0.1""", """{ "deny": ["gpt-5"] }""");

    [Fact]
    public Task A_fallback_that_is_too_dear() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "6-luna", Fallback = {|#0:"5.5"|}, MaxFallbackPriceRatio = 3"""),
        Verify.Diagnostic(ChainDescriptors.FallbackTooDear).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "Fallback '5.5' (gpt-5.5) costs 30 US dollars per million output tokens, '6-luna' before it 0.5, which is more than 3 times as much; use 'gpt-5.4-nano'"));

    [Theory]
    [InlineData("""Primary = "6-luna", Fallback = "5.5" """, "none")]
    [InlineData("""Primary = "6-luna", Fallback = {|TLLM014:"5.5"|}""", "59.9")]
    [InlineData("""Primary = "6-luna", Fallback = "5.5" """, "60")]
    [InlineData("""Primary = "6-luna", Fallback = "5.5", MaxFallbackPriceRatio = 60""", "3")]
    public Task The_limit_of_an_attribute_goes_before_the_option(string arguments, string option) =>
        VerifyOptionAsync(arguments, ("typedllm_max_fallback_price_ratio", "TypedLlmMaxFallbackPriceRatio"), option);

    [Theory]
    [InlineData("""Primary = {|TLLM002:"5.4"|}""", "true")]
    [InlineData("""Primary = "5.4" """, "false")]
    public Task A_fallback_need_not_be_required(string arguments, string option) =>
        VerifyOptionAsync(arguments, ("typedllm_require_fallback", "TypedLlmRequireFallback"), option);

    [Fact]
    public Task A_key_goes_before_a_property()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = {|TLLM002:"5.4"|}""") };
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\nbuild_property.TypedLlmRequireFallback = false\n"));
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ntypedllm_require_fallback = true\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("TLLM009", """Primary = "5.4", Fallback = "5.6-sol", MaxAttempts = 1""")]
    [InlineData("TLLM014", """Primary = "6-luna", Fallback = "5.5", MaxFallbackPriceRatio = 3""")]
    public Task Suppressed_by_pragma(string id, string arguments) => Verify.VerifyAnalyzerAsync($"#pragma warning disable {id}\n" + Desk.With(arguments));

    [Fact]
    public Task A_list_suppressed_by_pragma()
    {
        var test = new Verify.Test { TestCode = "#pragma warning disable TLLM013\n" + Desk.With("""Primary = "5.4", Fallback = "5.5" """) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "deny": ["5.5"] }"""));
        return test.RunAsync();
    }

    private static async Task VerifyOptionAsync(string arguments, (string Key, string Property) option, string value)
    {
        foreach (var (name, text) in ((string, string)[])
            [
                (".editorconfig", $"root = true\n[*.cs]\n{option.Key} = {value}\n"),
                (".globalconfig", $"is_global = true\n{option.Key} = {value}\n"),
                (".globalconfig", $"is_global = true\nbuild_property.{option.Property} = {value}\n"),
            ])
        {
            var test = new Verify.Test { TestCode = Desk.With(arguments) };
            test.TestState.AnalyzerConfigFiles.Add((name, text));
            await test.RunAsync();
        }
    }

    private static Task VerifyAsync(string arguments, string file, params TestKit.Verifiers.DiagnosticResult[] expected)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", file));
        foreach (var diagnostic in expected)
        {
            test.ExpectedDiagnostics.Add(diagnostic);
        }

        return test.RunAsync();
    }
}
