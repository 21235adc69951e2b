using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class PromptTests
{
    [Fact]
    public Task Parameters_members_formats_and_doubled_braces_are_fine() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt("Ask {text} on {day:yyyy-MM-dd} in {text.Length} letters as {{json}}")]
            Task<string> AskAsync(string text, System.DateTime day);
        """));

    [Theory]
    [InlineData("\"Ask {{|TLLM201:txt|}}\"")]
    [InlineData("@\"Ask {{|TLLM201:txt|}}\"")]
    [InlineData("\"\"\"Ask {{|TLLM201:txt|}}\"\"\"")]
    [InlineData("\"A\\tsk {{|TLLM201:txt|}}\"")]
    [InlineData("\"A\\tsk \" + (@\"a \"\"{{|TLLM201:txt|}}\"\"\" + \" now\")")]
    [InlineData("{|TLLM201:\"Ask {t\" + \"xt}\"|}")]
    [InlineData("{|TLLM201:nameof(System) + \"Ask {txt}\"|}")]
    public Task An_unknown_placeholder_is_reported_inside_the_braces(string literal) => Verify.VerifyAnalyzerAsync(Ask(literal));

    [Fact]
    public Task A_template_from_elsewhere_is_reported_as_a_whole() => Verify.VerifyAnalyzerAsync(
        Ask("{|TLLM201:Templates.Ask|}") + "static class Templates { public const string Ask = \"Ask {txt}\"; }\n");

    [Fact]
    public Task The_message_names_the_nearest_parameter() => Verify.VerifyAnalyzerAsync(
        Ask("\"Ask {{|#0:txt|}}\""),
        Verify.Diagnostic(PromptDescriptors.UnknownPlaceholder).WithLocation(0).WithArguments("txt", "AskAsync", "; did you mean 'text'?"));

    [Theory]
    [InlineData("\"Ask {|TLLM202:{|}text\"")]
    [InlineData("\"Ask text{|TLLM202:}|}\"")]
    public Task A_brace_out_of_place_is_reported(string literal) => Verify.VerifyAnalyzerAsync(Ask(literal));

    [Fact]
    public Task An_unknown_member_is_reported_at_its_name() => Verify.VerifyAnalyzerAsync(Ask("\"Ask {text.{|TLLM203:Lenght|}}\""));

    [Fact]
    public Task The_system_prompt_is_checked_too() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPrompt("You answer for {{|TLLM201:compny|}}")]
        public interface IDesk
        {
            [Prompt("Ask")]
            Task<string> AskAsync(string company);
        }
        """));

    [Theory]
    [InlineData("{|#0:|}", "", "IDesk")]
    [InlineData("{|#0:  |}", "", "IDesk")]
    [InlineData("You answer", "[SystemPrompt(\"{|#0: |}\")] ", "AskAsync")]
    public Task A_blank_system_prompt_is_reported(string ofInterface, string ofMethod, string name) => Verify.VerifyAnalyzerAsync(
        WithInstructions(ofInterface, ofMethod),
        Verify.Diagnostic(PromptDescriptors.BlankSystemPrompt).WithLocation(0).WithArguments(name).WithSeverity(DiagnosticSeverity.Warning));

    [Fact]
    public Task A_blank_system_prompt_is_reported_once_for_all_methods() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [SystemPrompt("{|TLLM209: |}")]
        public interface IBase
        {
            [Prompt("One")] Task<string> OneAsync();
            [Prompt("Two")] Task<string> TwoAsync();
        }

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        public interface IDesk : IBase
        {
            [Prompt("Three")] Task<string> ThreeAsync();
        }
        """));

    [Theory]
    [InlineData("[SystemPrompt(\"You answer\")] ", "")]
    [InlineData("[SystemPromptFile(\"Prompts/system.md\")] ", "")]
    [InlineData("", "{|TLLM209:|}")]
    public Task An_endpoint_may_have_no_system_prompt_where_one_that_it_inherits_from_has(string ofBase, string ofEndpoint) => Verify.VerifyAnalyzerAsync(Desk.Source(
        $$"""
        {{ofBase}}public interface IBase
        {
            [Prompt("Ask")] Task<string> AskAsync();
        }

        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4"), SystemPrompt("{{ofEndpoint}}")]
        public interface IDesk : IBase;
        """));

    [Fact]
    public Task The_severity_of_a_blank_system_prompt_can_be_set()
    {
        var test = new Verify.Test { TestCode = WithInstructions("{|#0: |}", "") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM209.severity = suggestion\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.BlankSystemPrompt).WithLocation(0).WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task A_blank_system_prompt_is_suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM209\n" + WithInstructions(" ", ""));

    [Fact]
    public Task A_method_may_have_no_system_prompt_where_its_interface_has_one() =>
        Verify.VerifyAnalyzerAsync(WithInstructions("You answer", "[SystemPrompt(\"\")] "));

    [Theory]
    [InlineData("TLLM201", "\"Ask {txt}\"")]
    [InlineData("TLLM202", "\"Ask {text\"")]
    [InlineData("TLLM203", "\"Ask {text.Lenght}\"")]
    public Task Suppressed_by_pragma(string id, string literal) => Verify.VerifyAnalyzerAsync($"#pragma warning disable {id}\n" + Ask(literal));

    private static string WithInstructions(string ofInterface, string ofMethod) => Desk.Source(
        $$"""
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPrompt("{{ofInterface}}")]
        public interface IDesk
        {
            [Prompt("Ask")] {{ofMethod}}Task<string> AskAsync();
        }
        """);

    private static string Ask(string literal) => Desk.Members($"    [Prompt({literal})] Task<string> AskAsync(string text);");
}
