using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class RepeatedFallbackTests
{
    [Theory]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}""")]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM003:LlmModels.Gpt54|}""")]
    [InlineData("""Primary = "gpt-5.5", Fallback = "5.4", Fallbacks = new[] { {|TLLM003:"5.5"|}, {|TLLM003:"gpt-5.4"|} }, MaxAttempts = 4""")]
    [InlineData("""Primary = "gpt-5.5", Fallback = "5.4", Fallbacks = ["gpt-5.2", {|TLLM003:"5.5"|}, {|TLLM003:"gpt-5.4"|}], MaxAttempts = 5""")]
    public Task Reported_at_the_later_name(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Fact]
    public Task An_alias_can_make_two_names_one()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM003:"5.3"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "aliases": { "5.3": "gpt-5.4" } }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Different_models_are_no_repeat() => Verify.VerifyAnalyzerAsync(Desk.With("""Primary = "5.4", Fallback = "5.4-mini" """));

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM003\n" + Desk.With("""Primary = "5.4", Fallback = "gpt-5.4" """));
}
