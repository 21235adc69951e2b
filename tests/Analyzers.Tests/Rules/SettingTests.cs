using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class SettingTests
{
    [Theory]
    [InlineData("MaxAttempts = 1")]
    [InlineData("MaxOutputTokens = 16")]
    [InlineData("Temperature = 0")]
    [InlineData("Temperature = 2.0")]
    [InlineData("TimeoutMs = 1, FirstContentTimeoutMs = int.MaxValue, IdleTimeoutMs = 1")]
    [InlineData("MaxFallbackPriceRatio = 0")]
    [InlineData("MaxFallbackPriceRatio = double.PositiveInfinity")]
    [InlineData("Effort = Effort.None, ServiceTier = ServiceTier.Flex, OnInterrupted = InterruptedStream.Restart, Workload = Workload.Bulk")]
    public Task Within_the_limits(string settings) => Verify.VerifyAnalyzerAsync(Desk.With(Chain + settings));

    [Theory]
    [InlineData("MaxAttempts", "0", "must be at least 1")]
    [InlineData("MaxOutputTokens", "15", "must be at least 16")]
    [InlineData("Temperature", "-0.1", "must be between 0 and 2")]
    [InlineData("Temperature", "2.1", "must be between 0 and 2")]
    [InlineData("Temperature", "double.NaN", "must be between 0 and 2")]
    [InlineData("TimeoutMs", "0", "must be above 0")]
    [InlineData("FirstContentTimeoutMs", "-1", "must be above 0")]
    [InlineData("IdleTimeoutMs", "1 - 1", "must be above 0")]
    [InlineData("MaxFallbackPriceRatio", "-1", "must be 0 or more")]
    [InlineData("MaxFallbackPriceRatio", "double.NaN", "must be 0 or more")]
    [InlineData("Effort", "(Effort)99", "must be a member of the enumeration")]
    [InlineData("ServiceTier", "(ServiceTier)(-1)", "must be a member of the enumeration")]
    [InlineData("OnInterrupted", "(InterruptedStream)2", "must be a member of the enumeration")]
    [InlineData("Workload", "(Workload)4", "must be a member of the enumeration")]
    public Task Out_of_range_is_reported_at_the_value(string setting, string value, string fault) => Verify.VerifyAnalyzerAsync(
        Desk.With(Chain + setting + " = {|#0:" + value + "|}"),
        Verify.Diagnostic(DeclarationDescriptors.SettingOutOfRange).WithLocation(0).WithArguments(setting, fault).WithSeverity(DiagnosticSeverity.Error));

    [Fact]
    public Task Each_attribute_answers_for_what_it_sets() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        interface IBase
        {
            [Prompt("Base"), LlmEndpoint(MaxAttempts = {|TLLM112:-2|})] Task<string> BaseAsync();
        }

        [LlmEndpoint(Primary = "gpt-5.5", MaxAttempts = {|TLLM112:Limits.None|}, MaxOutputTokens = {|TLLM112:1|})]
        interface IDesk : IBase
        {
            [Prompt("Ask"), LlmEndpoint(MaxOutputTokens = 100)] Task<string> AskAsync();
            [Prompt("Tell"), LlmEndpoint(Temperature = {|TLLM112:3|})] Task<string> TellAsync();
        }

        static class Limits { public const int None = 0; }
        """));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM112\n" + Desk.With(Chain + "MaxAttempts = 0"));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.With(Chain + "MaxAttempts = {|#0:0|}") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM112.severity = warning\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(DeclarationDescriptors.SettingOutOfRange).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    private const string Chain = "Primary = \"gpt-5.5\", Fallback = \"gpt-5.4\", ";
}
