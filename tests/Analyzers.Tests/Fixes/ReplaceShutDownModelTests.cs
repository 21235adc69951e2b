using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.ReplaceShutDownModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class ReplaceShutDownModelTests
{
    [Theory]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM005:"5.3"|}, Stream = true""", """Primary = "5.4", Fallback = "gpt-5.6-sol", Stream = true""")]
    [InlineData("""Primary = {|TLLM004:"5.3"|}, Fallback = "5.4" """, """Primary = "gpt-5.6-sol", Fallback = "5.4" """)]
    [InlineData("""Primary = "5.4", Fallback = {|TLLM005:LlmModels.Gpt53ChatLatest|}""", """Primary = "5.4", Fallback = LlmModels.Gpt56Sol""")]
    [InlineData("""Primary = "gpt-5.6-sol", Fallback = {|TLLM005:"5.3"|}""", """Primary = "gpt-5.6-sol", Fallback = "gpt-5.2" """)]
    public Task Replaced_by_what_the_catalog_says_or_else_by_the_deterministic_choice(string before, string after) =>
        Verify.VerifyCodeFixAsync(Desk.With(before.TrimEnd()), Desk.With(after.TrimEnd()));

    [Fact]
    public Task Two_dead_models_of_one_chain_become_two_models() => new Verify.Test
    {
        TestCode = Desk.With("""Primary = {|TLLM004:"o1"|}, Fallback = {|TLLM005:"5.3"|}, Fallbacks = new[] { "5.4" }"""),
        FixedCode = Desk.With("""Primary = "gpt-5.6-sol", Fallback = "gpt-5.2", Fallbacks = new[] { "5.4" }"""),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Theory]
    [InlineData("""{ "deny": [ "5.6-sol" ] }""", "gpt-5.2")]
    [InlineData("""{ "allow": [ "5.4", "6-luna" ] }""", "gpt-6-luna")]
    public Task A_replacement_must_be_allowed(string file, string choice)
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM005:"5.3"|}"""),
            FixedCode = Desk.With($"""Primary = "5.4", Fallback = "{choice}" """.TrimEnd()),
        };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", file));
        return test.RunAsync();
    }

    [Fact]
    public Task No_fix_where_no_model_serves()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM005:"5.3"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": [ "5.4" ] }"""));
        return test.RunAsync();
    }
}
