using TypedLlm.CodeFixes;

namespace TypedLlm.Analyzers.Tests.Fixes;

/// <summary>What a fix puts in raises nothing of its own, and two fixes of one chain go together.</summary>
public sealed class ReplaceUnsuitableModelTests
{
    [Theory]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM007:"gpt-5"|}""", """Primary = "5.4", Fallback = "gpt-6.1-sol" """)]
    [InlineData("""Primary = {|TLLM007:"gpt-5"|}, Fallback = "5.4" """, """Primary = "gpt-6.1-sol", Fallback = "5.4" """)]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM011:LlmModels.Gpt53CodexSpark|}, MaxOutputTokens = 64_000""", """Primary = "5.4", Fallback = LlmModels.Gpt52, MaxOutputTokens = 64_000""")]
    [InlineData("""Primary = "6-sol", Fallback = {|TLLM012:"5.4"|}, Effort = Effort.Max""", """Primary = "6-sol", Fallback = "gpt-5.6-terra", Effort = Effort.Max""")]
    [InlineData("""Primary = "6-luna", Fallback = {|TLLM014:"5.5"|}, MaxFallbackPriceRatio = 3""", """Primary = "6-luna", Fallback = "gpt-5.4-nano", MaxFallbackPriceRatio = 3""")]
    [InlineData("""Primary = "6-luna", Fallback = {|TLLM007:"gpt-5"|}, MaxFallbackPriceRatio = 30""", """Primary = "6-luna", Fallback = "gpt-6.1-sol", MaxFallbackPriceRatio = 30""")]
    public Task Replaced(string before, string after) => Test(before, after).RunAsync();

    [Fact]
    public Task Two_models_of_one_chain_become_two_that_go_together()
    {
        var test = Test(
            """Primary = {|TLLM012:"5.4"|}, Fallback = {|TLLM012:"5.5"|}, Effort = Effort.Max, MaxFallbackPriceRatio = 1.9""",
            """Primary = "gpt-5.6-terra", Fallback = "gpt-5.6-sol", Effort = Effort.Max, MaxFallbackPriceRatio = 1.9""");
        test.NumberOfIncrementalIterations = 2;
        return test.RunAsync();
    }

    [Fact]
    public Task Not_allowed()
    {
        var test = Test("""Primary = "5.4", Fallback = {|TLLM013:"gpt-5.5"|}""", """Primary = "5.4", Fallback = "gpt-5.2" """);
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": ["5.4", "5.2"] }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task None_is_offered_where_no_model_serves()
    {
        var test = new AllAnalyzersTest<ReplaceUnsuitableModelCodeFix>
        {
            TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM013:"gpt-5.5"|}"""),
        };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": ["5.4"] }"""));
        return test.RunAsync();
    }

    private static AllAnalyzersTest<ReplaceUnsuitableModelCodeFix> Test(string before, string after) =>
        new() { TestCode = Desk.With(before.TrimEnd()), FixedCode = Desk.With(after.TrimEnd()) };
}
