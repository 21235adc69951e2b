using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.OptionsAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class InvalidOptionTests
{
    [Theory]
    [InlineData("typedllm_require_fallback", "maybe", "true or false")]
    [InlineData("typedllm_retirement_horizon_days", "-1", "a whole number of days from 0 to 36500")]
    [InlineData("typedllm_retirement_horizon_days", "36501", "a whole number of days from 0 to 36500")]
    [InlineData("typedllm_max_fallback_price_ratio", "0", "a number above 0, or none")]
    [InlineData("typedllm_max_fallback_price_ratio", "1,5", "a number above 0, or none")]
    [InlineData("build_property.TypedLlmRequireFallback", "maybe", "true or false")]
    public Task A_value_that_cannot_be_used_is_reported_once(string key, string value, string expected)
    {
        var test = Test(key, value);
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(OptionDescriptors.InvalidOption).WithSeverity(DiagnosticSeverity.Warning)
            .WithMessage($"{key.Replace("build_property.", "", StringComparison.Ordinal)} = {value} is ignored; set it to {expected}"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("typedllm_require_fallback", "False")]
    [InlineData("typedllm_retirement_horizon_days", "36500")]
    [InlineData("typedllm_max_fallback_price_ratio", "1.5")]
    [InlineData("typedllm_max_fallback_price_ratio", "None")]
    [InlineData("build_property.TypedLlmRequireFallback", "")]
    public Task A_value_that_can_be_used(string key, string value) => Test(key, value).RunAsync();

    [Fact]
    public Task Switched_off_by_the_project() => Test("dotnet_diagnostic.TLLM904.severity = none\ntypedllm_require_fallback", "maybe").RunAsync();

    private static Verify.Test Test(string key, string value)
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "5.4", Fallback = "5.5" """) };
        test.TestState.Sources.Add(("Test1.cs", "class Other;\n"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\n{key} = {value}\n"));
        return test;
    }
}
