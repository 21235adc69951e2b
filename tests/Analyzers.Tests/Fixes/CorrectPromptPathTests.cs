using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer, TypedLlm.CodeFixes.CorrectPromptPathCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class CorrectPromptPathTests
{
    [Theory]
    [InlineData("\"{|TLLM206:prompts/ask me.md|}\"", "\"Prompts/ask me.md\"")]
    [InlineData("@\"{|TLLM206:Prompts\\ask m.md|}\"", "@\"Prompts/ask me.md\"")]
    [InlineData("\"\"\"{|TLLM206:ask me.md|}\"\"\"", "\"\"\"Prompts/ask me.md\"\"\"")]
    public Task Corrected_inside_the_literal(string before, string after) => CreateTest(Ask(before), Ask(after)).RunAsync();

    [Fact]
    public Task Several_paths_are_corrected_together()
    {
        var test = CreateTest(
            Two("{|TLLM206:Prompts/ask m.md|}", "{|TLLM206:Prompts/ask mee.md|}"), Two("Prompts/ask me.md", "Prompts/ask me.md"));
        test.NumberOfIncrementalIterations = 2;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("\"{|TLLM206:Templates/report.md|}\"")]
    [InlineData("\"{|TLLM206:Prompts\\\\ask m.md|}\"")]
    [InlineData("{|TLLM206:\"Prompts/\" + \"ask m.md\"|}")]
    [InlineData("\"{|TLLM206:Texts/two.md|}\"")]
    [InlineData("\"{|TLLM207:../Prompts/ask me.md|}\"")]
    public Task No_fix_without_a_near_path_or_for_one_from_elsewhere(string path) => CreateTest(Ask(path), null).RunAsync();

    [Fact]
    public Task No_fix_that_writes_the_path_of_one_machine()
    {
        var test = CreateTest(Ask("\"{|TLLM206:ask me.md|}\""), null);
        test.TestState.AnalyzerConfigFiles.Clear();
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(("Prompts/Ask me.md", "Ask"));
        return test.RunAsync();
    }

    private static Verify.Test CreateTest(string before, string? after)
    {
        var test = new Verify.Test { TestCode = before };
        test.TestState.AdditionalFiles.Add(("Prompts/ask me.md", "Ask"));
        test.TestState.AdditionalFiles.Add(("Texts/t\"w\"o.md", "Ask"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\nbuild_property.ProjectDir = /TestProject/\n"));
        if (after is not null)
        {
            test.FixedCode = after;
        }

        return test;
    }

    private static string Ask(string path) => Desk.Members($"    [PromptFile({path})] Task<string> AskAsync();");

    private static string Two(string system, string ask) => Desk.Source(
        $$"""
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPromptFile("{{system}}")]
        public interface IDesk
        {
            [PromptFile("{{ask}}")] Task<string> OneAsync();
            [Prompt("Two")] Task<string> TwoAsync();
        }
        """);
}
