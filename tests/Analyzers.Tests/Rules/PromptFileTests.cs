using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Prompts in files: problems of the text stand in the file, problems of the path and the attribute in the code.</summary>
public sealed class PromptFileTests
{
    private const string ProjectDirectory = "is_global = true\nbuild_property.ProjectDir = /TestProject/\n";

    [Theory]
    [InlineData("Ask {{|TLLM201:txt|}}")]
    [InlineData("Ask {{|TLLM201:txt|}} and {{|TLLM201:day|}}")]
    [InlineData("# Ask\n\nof {text.{|TLLM203:Lenght|}}\n")]
    [InlineData("# Ask\r\n\r\nof {|TLLM202:{|}\r\ntext")]
    [InlineData("One\r\n\r\ntwo {|TLLM202:{\r\n}|} three {{|TLLM201:four|}}\r\n")]
    [InlineData("\ufeffOne\r\n{text}: {{|TLLM201:txt|}}")]
    [InlineData("𝄞 {{braces}} {|TLLM202:}|}")]
    [InlineData("\r{{|TLLM201:txt|}}\n\r\n")]
    [InlineData("One\r\n{text:{|TLLM204:yyyy|}}")]
    public Task Problems_of_the_text_are_reported_in_the_file(string text) =>
        CreateTest(Ask("\"Prompts/ask.md\""), ("Prompts/ask.md", text)).RunAsync();

    [Fact]
    public Task Lines_columns_and_message_are_those_of_the_file()
    {
        var test = CreateTest(Ask("\"Prompts/ask.md\""), ("Prompts/ask.md", "One\r\ntwo {{|#0:txt|}}"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.UnknownPlaceholder)
            .WithLocation(0).WithArguments("txt", "AskAsync", "; did you mean 'text'?").WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_is_held_to_each_method_that_uses_it() => CreateTest(
        Desk.Source(
            """
            [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
            [SystemPromptFile("system.md")]
            public interface IDesk
            {
                [PromptFile("ask.md")] Task<string> FineAsync(string company, string text);
                [PromptFile("ask.md")] Task<string> BothAsync(string kompany, string txt);
                [PromptFile("ask.md"), SystemPromptFile("own.md")] Task<string> OwnAsync(string text);
            }
            """),
        ("system.md", "For {{|TLLM201:company|}}"),
        ("ask.md", "Ask {{|TLLM201:text|}}"),
        ("own.md", "Own {{|TLLM201:company|}}")).RunAsync();

    [Fact]
    public Task Files_that_no_prompt_names_are_left_alone() =>
        CreateTest(Ask("\"Prompts/ask.md\""), ("Prompts/ask.md", "{text}"), ("Prompts/other.md", "{nobody")).RunAsync();

    [Fact]
    public Task An_empty_file_is_no_prompt() => CreateTest(
        Desk.Members("    [PromptFile(\"ask.md\")] Task<string> {|TLLM103:AskAsync|}();"), ("ask.md", "\r\n")).RunAsync();

    [Theory]
    [InlineData("\"{|TLLM206:Prompts/aks.md|}\"")]
    [InlineData("@\"{|TLLM206:Prompts\\ask.mdx|}\"")]
    [InlineData("\"{|TLLM206:Prompts\\\\ask|}\"")]
    [InlineData("{|TLLM206:Paths.Ask|}")]
    [InlineData("{|TLLM206:\"Prompts/\" + \"aks.md\"|}")]
    [InlineData("\"{|TLLM207:/TestProject/Prompts/ask.md|}\"")]
    [InlineData("@\"{|TLLM207:\\Prompts\\ask.md|}\"")]
    [InlineData("@\"{|TLLM207:C:\\Prompts\\ask.md|}\"")]
    [InlineData("\"{|TLLM207:../TestProject/Prompts/ask.md|}\"")]
    [InlineData("\"{|TLLM207:Prompts/../..|}\"")]
    [InlineData("\"{|TLLM207:|}\"")]
    [InlineData("\"{|TLLM207: |}\"")]
    [InlineData("{|TLLM207:null!|}")]
    public Task Problems_of_the_path_are_reported_at_the_path(string path) => CreateTest(Ask(path), ("Prompts/ask.md", "{text}")).RunAsync();

    [Theory]
    [InlineData("Prompts/aks.md", "; did you mean 'Prompts/ask.md'?")]
    [InlineData("prompts/Ask.MD", "; did you mean 'Prompts/ask.md'?")]
    [InlineData("ask.md", "; did you mean 'Prompts/ask.md'?")]
    [InlineData("Templates/of/our/ask.md", "; did you mean 'Prompts/ask.md'?")]
    [InlineData("Templates\\\\report.txt", "; if it exists, include it with <AdditionalFiles Include=\"Templates/report.txt\" />, else create it")]
    public Task The_message_says_what_to_do(string path, string hint)
    {
        var test = CreateTest(Ask($"\"{{|#0:{path}|}}\""), ("Prompts/ask.md", "{text}"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", ProjectDirectory));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.MissingPromptFile)
            .WithLocation(0).WithArguments(path.Replace("\\\\", "\\", StringComparison.Ordinal), hint));
        return test.RunAsync();
    }

    [Fact]
    public Task The_directory_of_the_project_decides()
    {
        var test = CreateTest(
            Desk.Members("""
                    [PromptFile("ask.md")] Task<string> OneAsync(string text);
                    [PromptFile("{|TLLM206:more.md|}")] Task<string> TwoAsync(string text);
                """),
            ("ask.md", "{text}"),
            ("Prompts/more.md", "{text}"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", ProjectDirectory));
        return test.RunAsync();
    }

    [Fact]
    public Task Problems_of_a_linked_file_are_reported_in_the_file()
    {
        var test = CreateTest(Ask("\"Prompts/ask.md\""), ("Shared/question.md", "{{|TLLM201:txt|}}"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", ProjectDirectory + "[/TestProject/Shared/question.md]\nbuild_metadata.AdditionalFiles.Link = Prompts/ask.md\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_path_on_the_interface_is_reported_once() => CreateTest(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        [SystemPromptFile("{|TLLM206:system.md|}")]
        public interface IDesk
        {
            [Prompt("One")] Task<string> OneAsync();
            [Prompt("Two")] Task<string> TwoAsync();
        }
        """)).RunAsync();

    [Fact]
    public Task Two_prompts_are_reported_at_the_file() => CreateTest(
        Desk.Source(
            """
            [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
            [SystemPrompt("Be kind."), {|TLLM208:SystemPromptFile|}("ask.md")]
            public interface IDesk
            {
                [Prompt("One"), {|TLLM208:PromptFile|}("ask.md")] Task<string> OneAsync();
                [Prompt("Two"), {|TLLM208:SystemPromptFile|}("missing.md"), SystemPrompt("Be brief.")] Task<string> TwoAsync();
                [PromptFile("ask.md"), SystemPrompt("Be brief.")] Task<string> ThreeAsync();
            }
            """),
        ("ask.md", "Ask")).RunAsync();

    [Fact]
    public Task The_message_names_both_attributes()
    {
        var test = CreateTest(Desk.Members("    [Prompt(\"One\"), {|#0:PromptFileAttribute|}(\"ask.md\")] Task<string> AskAsync();"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.TwoPrompts).WithLocation(0).WithArguments("AskAsync", "Prompt", "PromptFile"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("TLLM206", "\"Prompts/aks.md\"")]
    [InlineData("TLLM207", "\"../ask.md\"")]
    [InlineData("TLLM208", "\"Prompts/ask.md\"), Prompt(\"Ask {text}\"")]
    public Task Suppressed_by_pragma(string id, string argument) =>
        CreateTest($"#pragma warning disable {id}\n" + Ask(argument), ("Prompts/ask.md", "{text}")).RunAsync();

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public Task A_global_configuration_sets_the_severity_in_a_file(string severity, DiagnosticSeverity expected)
    {
        var test = CreateTest(Ask("\"ask.md\""), ("ask.md", "{{|#0:txt|}}"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\ndotnet_diagnostic.TLLM201.severity = {severity}\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.UnknownPlaceholder).WithLocation(0).WithSeverity(expected));
        return test.RunAsync();
    }

    [Fact]
    public Task A_global_configuration_suppresses_it()
    {
        var test = CreateTest(Ask("\"ask.md\""), ("ask.md", "{txt}"));
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM201.severity = none\n"));
        return test.RunAsync();
    }

    private static string Ask(string argument) =>
        Desk.Members($"    [PromptFile({argument})] Task<string> AskAsync(string text);") + "static class Paths { public const string Ask = \"aks.md\"; }\n";

    private static Verify.Test CreateTest(string source, params (string Name, string Text)[] files)
    {
        var test = new Verify.Test { TestCode = source };
        foreach (var file in files)
        {
            test.TestState.AdditionalFiles.Add(file);
        }

        return test;
    }
}
