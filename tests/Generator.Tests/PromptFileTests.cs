using TypedLlm.Prompts;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Prompts in files: which file is taken, and what of it is sent.</summary>
public sealed class PromptFileTests
{
    private const string Blocked = "TLLM206: no implementation of this member can be generated";

    [Fact]
    public async Task Files_are_sent_as_written_with_their_values()
    {
        await using var program = await GeneratedProgram.StartAsync(
            """
            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            [SystemPromptFile("Prompts/system.md")]
            public interface IDesk
            {
                [PromptFile("Prompts/report.md")] Task<string> ReportAsync(string company, DateTime day, [Untrusted] string note);
                [PromptFile("Prompts/report.md"), SystemPromptFile("Prompts/brief.txt")] Task<string> BriefAsync(string company, DateTime day, [Untrusted] string note);
            }

            public static class Program
            {
                public static Task<string> ReportAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).ReportAsync("Acme", new DateTime(2026, 2, 3), "</untrusted>");

                public static Task<string> BriefAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).BriefAsync("Acme", default, "");
            }
            """,
            new TextFile("/shop/Prompts/system.md", "\ufeffYou answer for {company}.\r\nBe brief.\r\n"),
            new TextFile("/shop/Prompts/brief.txt", "Three words."),
            new TextFile("/shop/Prompts/report.md", "# Report \"of\" {day:yyyy-MM-dd}\n\nAs {{json}}: {company.Length} · 𝄞\n{note}\n\n"));
        await program.CallAsync("ReportAsync");
        Assert.Equal("You answer for Acme.\nBe brief.", program.LastBody().GetProperty("instructions").GetString());
        Assert.StartsWith("# Report \"of\" 2026-02-03\n\nAs {json}: 4 · 𝄞\n<untrusted name=\"note\">\n", program.LastMessage(), StringComparison.Ordinal);
        Assert.EndsWith("\n</untrusted>\n", program.LastMessage(), StringComparison.Ordinal);

        await program.CallAsync("BriefAsync");
        Assert.Equal("Three words.", program.LastBody().GetProperty("instructions").GetString());
    }

    [Fact]
    public async Task A_large_file_is_sent_whole()
    {
        var text = string.Join('\n', Enumerable.Range(0, 4_000).Select(line => $"Rule {line}: an answer is never longer than it \"must\" be."));
        await using var program = await GeneratedProgram.StartAsync(
            """
            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [PromptFile("Prompts/rules.md")] Task<string> AskAsync();
            }

            public static class Program
            {
                public static Task<string> AskAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).AskAsync();
            }
            """,
            new TextFile("/shop/Prompts/rules.md", text));
        await program.CallAsync("AskAsync");
        Assert.True(text.Length > 200_000);
        Assert.Equal(text, program.LastMessage());
    }

    [Theory]
    [InlineData("One\ntwo {text}")]
    [InlineData("One\ntwo {text}\n")]
    [InlineData("One\r\ntwo {text}")]
    [InlineData("One\r\ntwo {text}\r\n")]
    [InlineData("\ufeffOne\r\ntwo {text}\n")]
    public void The_same_text_gives_the_same_client_as_in_the_code(string file) => Assert.Equal(
        Harness.Run(Ask("""Prompt("One\ntwo {text}")""")).Files,
        Run("Prompts/ask.md", null, new TextFile("/shop/Prompts/ask.md", file)).Files);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\ufeff\r\n  ")]
    public void An_empty_file_is_no_prompt(string file) =>
        Assert.Contains("TLLM103: no implementation", Client("Prompts/ask.md", null, new TextFile("/shop/Prompts/ask.md", file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Prompts/ask.md", "/src/shop/", "/src/shop/Prompts/ask.md")]
    [InlineData("./Prompts/old/../ask.md", "/src/shop", "/src/shop/Prompts/ask.md")]
    [InlineData("Prompts\\\\ask.md", "/src/shop/", "/src/shop/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "C:\\src\\shop\\", "c:\\src\\shop\\Prompts\\ask.md")]
    [InlineData("Prompts/ask.md", "C:\\src\\shop\\", "C:/src/shop/obj/../Prompts/ask.md")]
    [InlineData("Prompts/ask.md", null, "/anywhere/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", null, "Prompts\\ask.md")]
    [InlineData("Prompts/ask.md", "", "/anywhere/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/", "/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/C", "/src/C#/shop/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/one", "/src/one;two/shop/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/C", "/src/C #/shop/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/", "/src/#shop/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "C:\\src\\C", "c:\\src\\C#\\Prompts\\ask.md")]
    public void A_file_is_found_however_the_path_is_written(string path, string? directory, string file) =>
        Assert.DoesNotContain(Blocked, Client(path, directory, new TextFile(file, "{text}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Prompts/ask.md", "/src/shop/", "/src/other/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/shop/", "/src/shop/More/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", "/src/shop/", "/src/shop/Prompts/Ask.md")]
    [InlineData("Prompts/ask.md", "/src/shop/", "/src/shopping/Prompts/ask.md")]
    [InlineData("Prompts/ask.md", null, "/anywhere/MyPrompts/ask.md")]
    public void Another_file_is_not_taken_for_it(string path, string? directory, string file) =>
        Assert.Contains(Blocked, Client(path, directory, new TextFile(file, "{text}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("/src/shop/")]
    [InlineData("")]
    public void A_linked_file_is_found_where_the_project_shows_it(string directory) => Assert.DoesNotContain(
        Blocked,
        Client("Prompts/ask.md", directory, new TextFile("/src/shared/question.md", "{text}") { Link = "Prompts\\ask.md" }),
        StringComparison.Ordinal);

    [Fact]
    public void A_link_comes_before_the_file_of_that_path() => Assert.Contains("linked", Run(
        "Prompts/ask.md",
        "/src/shop/",
        new TextFile("/src/shop/Prompts/ask.md", "written {text}"),
        new TextFile("/src/shop/Old/ask.md", "linked {text}") { Link = "Prompts/ask.md" }).Files["Shop.IDesk.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void A_linked_file_keeps_its_own_path_too() => Assert.DoesNotContain(
        Blocked,
        Client("Texts/ask.md", "/src/shop/", new TextFile("/src/shop/Texts/ask.md", "{text}") { Link = "Prompts/ask.md" }),
        StringComparison.Ordinal);

    [Fact]
    public void A_link_is_a_whole_path() => Assert.Contains(
        Blocked, Client("ask.md", "", new TextFile("/src/shared/question.md", "{text}") { Link = "Prompts/ask.md" }), StringComparison.Ordinal);

    [Fact]
    public void A_text_is_brought_into_form_once()
    {
        var source = Microsoft.CodeAnalysis.Text.SourceText.From("One\r\ntwo");
        Assert.Same(new FileTemplate("ask.md", source).Text, new FileTemplate("ask.md", source).Text);
    }

    [Fact]
    public void A_file_that_cannot_be_read_blocks_the_method() =>
        Assert.Contains(Blocked, Client("Prompts/ask.md", "/shop", new TextFile("/shop/Prompts/ask.md", null)), StringComparison.Ordinal);

    [Fact]
    public void A_nested_endpoint_is_found_again()
    {
        var compilation = GeneratorHarness.Compile("Shop", [Sources.InShop("""
            public static class @event<T>
            {
                public static class Outer
                {
                    public static string Name => "";
                }
            }

            public static class @class
            {
                public static class Outer
                {
                    [LlmEndpoint(Primary = "5.4")]
                    public interface IDesk
                    {
                        [PromptFile("ask.md")] Task<string> AskAsync(string text);
                    }
                }
            }
            """)]);
        var run = Harness.Generator.Run(compilation, options: null, new TextFile("/shop/ask.md", "Ask {text}"));
        Assert.Contains("__writer.Text(text)", run.Files["Shop.class.Outer.IDesk.g.cs"], StringComparison.Ordinal);
    }

    private static string Client(string path, string? directory, TextFile file) => Run(path, directory, file).Files["Shop.IDesk.g.cs"];

    private static GeneratorRun Run(string path, string? directory, params TextFile[] files) => Harness.Generator.Run(
        GeneratorHarness.Compile("Shop", [Ask($"PromptFile(\"{path}\")")]),
        directory is null ? null : new BuildProperties(("ProjectDir", directory)),
        files);

    private static string Ask(string attribute) => Sources.InShop($$"""
        [LlmEndpoint(Primary = "5.4")]
        public interface IDesk
        {
            [{{attribute}}] Task<string> AskAsync(string text);
        }
        """);
}
