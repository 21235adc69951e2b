using TypedLlm.Analyzers.Tests.Rules;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.CallSiteAnalyzer, TypedLlm.CodeFixes.ReplaceShutDownModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class ReplaceModelAtCallSiteTests
{
    [Theory]
    [InlineData("""new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, key)""", """new ChatClient("gpt-5.6-sol", key)""")]
    [InlineData("""new ChatOptions { ModelId = {|TLLM501:LlmModels.Gpt53ChatLatest|} }""", """new ChatOptions { ModelId = LlmModels.Gpt56Sol }""")]
    public Task Replaced_in_the_way_it_was_written(string before, string after) =>
        Verify.VerifyCodeFixAsync(CallSiteTests.Source(before), CallSiteTests.Source(after));

    [Fact]
    public Task All_of_a_document_at_once() => new Verify.Test
    {
        TestCode = CallSiteTests.Source("""key.Length > 1 ? new ChatClient({|TLLM501:"o4-mini"|}, key) : new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, key)"""),
        FixedCode = CallSiteTests.Source("""key.Length > 1 ? new ChatClient("gpt-5.6-terra", key) : new ChatClient("gpt-5.6-sol", key)"""),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task A_constant_is_left_to_the_user() =>
        new Verify.Test { TestCode = CallSiteTests.Source("""new ChatClient({|TLLM501:Old|}, key)""") }.RunAsync();
}
