using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.ReplaceUnsuitableModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class ReplaceRefusedModelTests
{
    [Theory]
    [InlineData("""Primary = {|TLLM015:"gpt-5.5-pro"|}, Fallback = "gpt-5.4" """, """Primary = "gpt-6-astra", Fallback = "gpt-5.4" """)]
    [InlineData("""Primary = "gpt-5.4", Fallback = {|TLLM016:LlmModels.Gpt52|}""", """Primary = "gpt-5.4", Fallback = LlmModels.Gpt56Terra""")]
    public Task Replaced_by_a_model_that_the_lock_does_not_refuse(string before, string after) =>
        CreateTest(before, after).RunAsync();

    [Fact]
    public Task A_dead_model_is_not_replaced_by_one_that_is_refused()
    {
        var test = new CSharpCodeFixTestOfDeadModels
        {
            TestCode = Desk.Streaming("""Primary = "gpt-5.4", Fallback = {|TLLM005:"5.3"|}"""),
            FixedCode = Desk.Streaming("""Primary = "gpt-5.4", Fallback = "gpt-5.2" """.TrimEnd()),
        };
        test.TestState.AdditionalFiles.Add(("typedllm.lock.json", Lock.Replace("gpt-5.2", "gpt-5.6-sol", StringComparison.Ordinal)));
        return test.RunAsync();
    }

    private const string Lock = """
        {
          "version": 1,
          "environments": {
            "production": {
              "models": {
                "gpt-5.5-pro": { "access": false },
                "gpt-5.6-luna": { "access": false },
                "gpt-5.2": { "access": true, "refused": [ { "endpoint": "responses", "feature": "streaming" } ] }
              }
            }
          }
        }
        """;

    private static Verify.Test CreateTest(string before, string after)
    {
        var test = new Verify.Test { TestCode = Desk.Streaming(before.TrimEnd()), FixedCode = Desk.Streaming(after.TrimEnd()) };
        test.TestState.AdditionalFiles.Add(("typedllm.lock.json", Lock));
        return test;
    }

    private sealed class CSharpCodeFixTestOfDeadModels
        : TestKit.Verifiers.CSharpCodeFixTest<ChainAnalyzer, CodeFixes.ReplaceShutDownModelCodeFix>;
}
