using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>TLLM010, TLLM011 and TLLM012: what a method declares, held against each model of its chain.</summary>
public sealed class NeedTests
{
    private const string Deaf = """{ "models": [ { "id": "deaf", "capabilities": { "responses": { "streaming": false } } }, { "id": "chat-only", "capabilities": { "chat": { } } } ] }""";

    [Fact]
    public Task A_stream_that_is_handed_out_needs_streaming() => VerifyAsync(
        Desk.Source(
            """
            [LlmEndpoint(Primary = "5.4", Fallback = {|#0:"deaf"|})]
            public interface IDesk
            {
                [Prompt("One")]
                [LlmEndpoint(Stream = false)]
                Task<string> OneAsync();

                [Prompt("Two")]
                IAsyncEnumerable<string> TwoAsync();
            }
            """),
        Deaf,
        Verify.Diagnostic(ChainDescriptors.MissingCapability).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
            "'deaf' cannot stream its answer, but 'TwoAsync' returns IAsyncEnumerable<string>; name another model"));

    [Fact]
    public Task An_answer_that_is_handed_out_whole_is_streamed_too() => VerifyAsync(
        Desk.With("""Primary = {|#0:"deaf"|}, Fallback = "5.4" """),
        Deaf,
        Verify.Diagnostic(ChainDescriptors.MissingCapability).WithLocation(0).WithMessage(
            "'deaf' cannot stream its answer, but 'AnswerAsync' is streamed on the wire unless Stream = false; name another model"));

    [Fact]
    public Task A_model_that_is_not_on_the_Responses_API_serves_no_method() => VerifyAsync(
        Desk.With("""Primary = "5.4", Fallback = {|#0:"chat-only"|}, Stream = false"""),
        Deaf,
        Verify.Diagnostic(ChainDescriptors.MissingCapability).WithLocation(0).WithMessage(
            "'chat-only' is not offered on the Responses API, but 'AnswerAsync' is called there; name another model"));

    [Fact]
    public Task One_unary_request_needs_no_streaming() =>
        VerifyAsync(Desk.With("""Primary = "5.4", Fallback = "deaf", Stream = false"""), Deaf);

    [Fact]
    public Task An_output_limit_on_the_endpoint() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "5.4", Fallback = {|#0:LlmModels.Gpt53CodexSpark|}, MaxOutputTokens = 64_000"""),
        Verify.Diagnostic(ChainDescriptors.OutputLimitExceeded).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
            "'gpt-5.3-codex-spark' produces at most 32000 tokens, but 'IDesk' sets MaxOutputTokens = 64000 for 'AnswerAsync'; use 'gpt-5.2'"));

    [Fact]
    public Task An_effort_on_a_method_is_held_against_its_own_chain_only() => Verify.VerifyAnalyzerAsync(
        Desk.Members(
            """
                [Prompt("One")]
                [LlmEndpoint(Primary = "6-sol", Fallback = {|#0:"5.4"|}, Effort = Effort.Max)]
                Task<string> OneAsync();

                [Prompt("Two")]
                Task<string> TwoAsync();
            """),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
            "'5.4' (gpt-5.4) takes only the efforts none, low, medium, high, xhigh, but 'OneAsync' sets Effort = Effort.Max; use 'gpt-5.6-terra'"));

    [Fact]
    public Task A_temperature_goes_with_its_effort() => Verify.VerifyAnalyzerAsync(
        Desk.Source(
            """
            [LlmEndpoint(Primary = {|#0:"gpt-5.4"|}, Fallback = {|#1:"gpt-5.2"|}, Temperature = 0.2)]
            public interface IDesk
            {
                [Prompt("One")]
                [LlmEndpoint(Effort = Effort.None)]
                Task<string> OneAsync();

                [Prompt("Two")]
                [LlmEndpoint(Effort = Effort.High)]
                Task<string> TwoAsync();
            }
            """),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(0).WithMessage(
            "'gpt-5.4' takes a temperature other than 1 only with effort none, but 'TwoAsync' sends Temperature = 0.2 with effort high; set Effort = Effort.None, or name another model"),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(1).WithMessage(
            "'gpt-5.2' takes a temperature other than 1 only with effort none, but 'TwoAsync' sends Temperature = 0.2 with effort high; set Effort = Effort.None, or name another model"));

    [Theory]
    [InlineData("""Primary = "5.4", Fallback = "5.2", Temperature = 1.0, Effort = Effort.High""")]
    [InlineData("""Primary = "5.4", Fallback = "5.2", Temperature = 0.2, Effort = Effort.None""")]
    [InlineData("""Primary = "5.4", Fallback = "5.2", ServiceTier = ServiceTier.Flex""")]
    [InlineData("""Primary = "5.4", Fallback = "5.2", ServiceTier = ServiceTier.Default, MaxOutputTokens = 128_000""")]
    [InlineData("""Primary = "5.6-sol", ServiceTier = ServiceTier.Ultrafast, NoFallback = "no other model is as fast" """)]
    [InlineData("""Primary = "5.4", Fallback = "5.2", Temperature = 3.0""")]
    public Task What_the_models_take_or_may_take_or_no_model_takes(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Fact]
    public Task A_tier_that_a_model_does_not_offer() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = "5.6-sol", Fallback = {|#0:"5.4"|}, ServiceTier = ServiceTier.Ultrafast"""),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(0).WithMessage(
            "'5.4' (gpt-5.4) does not offer the tier ultrafast, but 'IDesk' sets ServiceTier = ServiceTier.Ultrafast for 'AnswerAsync'; set another tier, or name another model"));

    [Fact]
    public Task A_temperature_without_an_effort_names_its_method_alone() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = {|#0:"6-sol"|}, Temperature = 0.2, NoFallback = "one is enough" """),
        Verify.Diagnostic(ChainDescriptors.ParameterRefused).WithLocation(0).WithMessage(
            "'6-sol' (gpt-6-sol) takes no temperature other than 1 with its default effort medium, but 'AnswerAsync' sends Temperature = 0.2; leave the temperature out, or name another model"));

    [Fact]
    public Task A_correction_of_the_project_answers_it() => VerifyAsync(
        Desk.With("""Primary = "5.4", Fallback = "gpt-5.3-codex-spark", MaxOutputTokens = 64_000"""),
        """{ "models": [ { "id": "gpt-5.3-codex-spark", "maxOutputTokens": 100000 } ] }""");

    [Theory]
    [InlineData("TLLM010", """Primary = "5.4", Fallback = "deaf" """)]
    [InlineData("TLLM011", """Primary = "5.4", Fallback = "gpt-5.3-codex-spark", MaxOutputTokens = 64_000""")]
    [InlineData("TLLM012", """Primary = "6-sol", Fallback = "5.4", Effort = Effort.Max""")]
    public Task Suppressed_by_pragma(string id, string arguments) => VerifyAsync($"#pragma warning disable {id}\n" + Desk.With(arguments), Deaf);

    [Theory]
    [InlineData("TLLM010", """Primary = "5.4", Fallback = "deaf" """)]
    [InlineData("TLLM011", """Primary = "5.4", Fallback = "gpt-5.3-codex-spark", MaxOutputTokens = 64_000""")]
    [InlineData("TLLM012", """Primary = "6-sol", Fallback = "5.4", Effort = Effort.Max""")]
    public Task Switched_off_by_the_project(string id, string arguments)
    {
        var test = new Verify.Test { TestCode = Desk.With(arguments) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", Deaf));
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = none\n"));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string source, string file, params TestKit.Verifiers.DiagnosticResult[] expected)
    {
        var test = new Verify.Test { TestCode = source };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", file));
        foreach (var diagnostic in expected)
        {
            test.ExpectedDiagnostics.Add(diagnostic);
        }

        return test.RunAsync();
    }
}
