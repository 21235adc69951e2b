using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAdviceAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>TLLM017 and TLLM018: off unless a project asks for them.</summary>
public sealed class ChainAdviceTests
{
    [Fact]
    public Task Off_by_default() => Verify.VerifyAnalyzerAsync(Desk.With("""Primary = "5.4", Fallback = "gpt-5.4-pro", Workload = Workload.Chat"""));

    [Theory]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM017:"gpt-5.4-pro"|}, Workload = Workload.Chat""")]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM017:"gpt-5.3-codex"|}, Workload = Workload.Structured""")]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM017:"gpt-5.4-pro"|}, Workload = Workload.Structured""")]
    [InlineData("""Primary = {|TLLM017:"5.4-mini"|}, Fallback = "6-sol", Workload = Workload.HighStakes""")]
    [InlineData("""Primary = "5.4-mini", Fallback = {|TLLM017:"5.5"|}, Workload = Workload.Bulk""")]
    [InlineData("""Primary = "5.4-mini", Fallback = {|TLLM017:"gpt-5.4-pro"|}, Workload = Workload.Bulk""")]
    [InlineData("""Primary = "5.4", Fallback = "gpt-5.4-pro" """)]
    public Task A_model_that_does_not_suit(string arguments) => VerifyAsync("TLLM017", Desk.With(arguments));

    [Fact]
    public Task Each_method_has_its_own_workload() => VerifyAsync("TLLM017", Desk.Source(
        """
        [LlmEndpoint(Primary = "5.4", Fallback = {|TLLM017:"5.4-mini"|}, Workload = Workload.Bulk)]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(Workload = Workload.HighStakes)]
            Task<string> TwoAsync();
        }
        """));

    [Fact]
    public Task The_message_says_why()
    {
        var test = Test("TLLM017", Desk.With("""Primary = "5.4", Fallback = {|#0:"6-luna"|}, Workload = Workload.HighStakes"""));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(AdviceDescriptors.WorkloadMismatch).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "'6-luna' (gpt-6-luna) costs 0.5 US dollars per million output tokens, not at least 5, which does not suit Workload.HighStakes"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""Primary = {|TLLM018:"5.4"|}, Fallback = "5.5" """)]
    [InlineData("""Primary = "5.4", Fallback = "acme-1" """)]
    [InlineData("""Primary = "5.4", Fallback = "house" """)]
    [InlineData("""Primary = "5.4", NoFallback = "one is enough" """)]
    public Task One_failure_domain(string arguments) => VerifyAsync("TLLM018", Desk.With(arguments));

    private static Task VerifyAsync(string id, string source) => Test(id, source).RunAsync();

    private static Verify.Test Test(string id, string source)
    {
        var test = new Verify.Test { TestCode = source };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "models": [ { "id": "acme-1", "provider": "acme" }, { "id": "house" } ] }"""));
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = warning\n"));
        return test;
    }
}
