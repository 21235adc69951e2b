using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer, TypedLlm.CodeFixes.CorrectPlaceholderCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class CorrectPlaceholderTests
{
    [Theory]
    [InlineData("\"Ask {{|TLLM201:txt|}}\"", "\"Ask {text}\"")]
    [InlineData("@\"Ask \"\"{{|TLLM201:txt|}}\"\"\"", "@\"Ask \"\"{text}\"\"\"")]
    [InlineData("\"\"\"\n        Ask\n        {{|TLLM201:txt|}}\n        \"\"\"", "\"\"\"\n        Ask\n        {text}\n        \"\"\"")]
    [InlineData("\"A\\u0073k {{|TLLM201:txt|}.Length}\"", "\"A\\u0073k {text.Length}\"")]
    [InlineData("\"Ask \" + \"{{|TLLM201:txt|}}\"", "\"Ask \" + \"{text}\"")]
    [InlineData("\"Ask {text.{|TLLM203:Lenght|}}\"", "\"Ask {text.Length}\"")]
    public Task Corrected_inside_the_template(string before, string after) => Verify.VerifyCodeFixAsync(Ask(before), Ask(after));

    [Fact]
    public Task Several_placeholders_of_a_template_are_corrected_together() => new Verify.Test
    {
        TestCode = Ask("\"Ask {{|TLLM201:txt|}}, {{|TLLM201:texxt|}} and {text.{|TLLM203:Lenght|}}\""),
        FixedCode = Ask("\"Ask {text}, {text} and {text.Length}\""),
        NumberOfIncrementalIterations = 3,
    }.RunAsync();

    [Fact]
    public Task Corrected_in_a_system_prompt_that_is_wrong_for_all_methods() => Verify.VerifyCodeFixAsync(
        TwoMethods("{{|TLLM201:{|TLLM201:compny|}|}}", "company", "company"),
        TwoMethods("{company}", "company", "company"));

    [Fact]
    public Task Not_corrected_in_a_system_prompt_that_is_right_for_another_method() =>
        Verify.VerifyNoCodeFixAsync(TwoMethods("{{|TLLM201:company|}}", "company", "compny"));

    [Theory]
    [InlineData("\"Ask {{|TLLM201:order|}}\"")]
    [InlineData("{|TLLM201:Templates.Ask|}")]
    [InlineData("{|TLLM201:\"Ask {t\" + \"xt}\"|}")]
    public Task No_fix_without_a_near_name_or_for_a_template_from_elsewhere(string template) => Verify.VerifyNoCodeFixAsync(Ask(template));

    private static string Ask(string template) =>
        Desk.Members($"    [Prompt({template})]\n    Task<string> AskAsync(string text);")
        + "static class Templates { public const string Ask = \"Ask {txt}\"; }\n";

    private static string TwoMethods(string placeholder, string firstParameter, string secondParameter) => Desk.Source(
        $$"""
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPrompt("You answer for {{placeholder}}")]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync(string {{firstParameter}});

            [Prompt("Two")]
            Task<string> TwoAsync(string {{secondParameter}});
        }
        """);
}
