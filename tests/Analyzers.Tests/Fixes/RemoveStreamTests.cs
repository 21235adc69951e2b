using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer, TypedLlm.CodeFixes.RemoveStreamCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class RemoveStreamTests
{
    [Theory]
    [InlineData("    [Prompt(\"Ask\")]\n    [LlmEndpoint({|TLLM102:Stream = false|})]\n    ", "    [Prompt(\"Ask\")]\n    ")]
    [InlineData("    [Prompt(\"Ask\")] [LlmEndpoint({|TLLM102:Stream = false|})] ", "    [Prompt(\"Ask\")] ")]
    [InlineData("    [Prompt(\"Ask\"), LlmEndpoint({|TLLM102:Stream = false|})]\n    ", "    [Prompt(\"Ask\")]\n    ")]
    [InlineData("    [LlmEndpoint({|TLLM102:Stream = false|}), Prompt(\"Ask\")]\n    ", "    [Prompt(\"Ask\")]\n    ")]
    [InlineData(
        "    [Prompt(\"Ask\"), LlmEndpoint(Effort = Effort.High, {|TLLM102:Stream = false|})]\n    ",
        "    [Prompt(\"Ask\"), LlmEndpoint(Effort = Effort.High)]\n    ")]
    [InlineData(
        "    [Prompt(\"Ask\"), LlmEndpoint({|TLLM102:Stream = false|}, Effort = Effort.High)]\n    ",
        "    [Prompt(\"Ask\"), LlmEndpoint(Effort = Effort.High)]\n    ")]
    public Task Removed_from_a_method(string before, string after)
    {
        const string method = "IAsyncEnumerable<string> AskAsync();";
        return Verify.VerifyCodeFixAsync(Desk.Members(before + method), Desk.Members(after + method));
    }

    [Fact]
    public Task Removed_from_an_interface_whose_methods_all_stream() => Verify.VerifyCodeFixAsync(
        Interface(", {|TLLM102:{|TLLM102:Stream = false|}|}", "IAsyncEnumerable<string>"),
        Interface("", "IAsyncEnumerable<string>"));

    [Fact]
    public Task Not_removed_from_an_interface_with_a_method_that_may_want_it() =>
        Verify.VerifyNoCodeFixAsync(Interface(", {|TLLM102:Stream = false|}", "Task<string>"));

    private static string Interface(string stream, string secondType) => Desk.Source(
        $$"""
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4"{{stream}})]
        public interface IDesk
        {
            [Prompt("One")]
            IAsyncEnumerable<string> OneAsync();

            [Prompt("Two")]
            {{secondType}} TwoAsync();
        }
        """);
}
