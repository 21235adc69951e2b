using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Projects that are set up in other ways. Each run compiles what was generated without any warning, see <see cref="GeneratorHarness"/>.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Global_usings_and_aliases_of_another_file_are_seen()
    {
        var run = Harness.Run(
            """
            global using TypedLlm;
            global using Endpoint = TypedLlm.LlmEndpointAttribute;
            global using SystemPromptOf = TypedLlm.SystemPromptAttribute;
            """,
            """
            #pragma warning disable CS1591
            using Text = System.String;
            using Later = System.Threading.Tasks.Task<string>;
            using P = TypedLlm.PromptAttribute;
            namespace Shop;

            [Endpoint(Primary = "5.4"), SystemPromptOf("Be kind.")]
            public interface IDesk
            {
                [P("Ask {text}")] Later AskAsync(Text text);
            }
            """);
        Assert.Contains("Text(text)", run.Files["Shop.IDesk.g.cs"], StringComparison.Ordinal);
        Assert.Contains("BeginInstructions()", run.Files["Shop.IDesk.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Shop { namespace Front { #body# } }", "Shop.Front.IDesk.g.cs")]
    [InlineData("namespace Shop.Front { #body# }", "Shop.Front.IDesk.g.cs")]
    [InlineData("namespace Shop.System { #body# }", "Shop.System.IDesk.g.cs")]
    [InlineData("namespace Shop.TypedLlm { #body# }", "Shop.TypedLlm.IDesk.g.cs")]
    [InlineData("namespace TypedLlm { #body# }", "TypedLlm.IDesk.g.cs")]
    [InlineData("namespace Shop { public static class Task { public static class Deep { #body# } } }", "Shop.Task.Deep.IDesk.g.cs")]
    [InlineData("namespace Shop { public partial struct Front { #body# } public partial struct Front; }", "Shop.Front.IDesk.g.cs")]
    public void Names_around_an_endpoint_hide_nothing_that_is_generated(string source, string file)
    {
        const string Body = """
            [global::TypedLlm.LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [global::TypedLlm.Prompt("Ask {text} on {day:d}")]
                global::System.Threading.Tasks.Task<string> AskAsync(
                    string text, global::System.DateTime day, global::TypedLlm.LlmCallOptions? options = null, global::System.Threading.CancellationToken ct = default);
            }
            """;
        var run = Harness.Run("#pragma warning disable CS1591\n" + source.Replace("#body#", Body, StringComparison.Ordinal));
        Assert.Contains(file, run.Files.Keys);
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Nullable_settings_of_the_project_do_not_matter(NullableContextOptions nullable)
    {
        var compilation = GeneratorHarness.Compile("Shop", [Sources.InShop("""
            public sealed class Order { public string Name { get; set; } = ""; }

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("{text} {order.Name}")] Task<string> AskAsync(string text, Order order, LlmCallOptions options = null!);
            }
            """)]);
        Harness.Generator.Run(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable)));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void A_newer_language_compiles_what_is_generated(LanguageVersion version)
    {
        var compilation = GeneratorHarness.Compile("Shop", [Desk()]);
        var tree = compilation.SyntaxTrees[0];
        var run = Harness.Generator.RunUnchecked(compilation);
        var options = ((CSharpParseOptions)tree.Options).WithLanguageVersion(version);
        var newer = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            run.Files.Values.Append(tree.ToString()).Select(source => CSharpSyntaxTree.ParseText(source, options)));
        Assert.Empty(newer.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Checked_arithmetic_and_forbidden_unsafe_code_do_not_matter()
    {
        var compilation = GeneratorHarness.Compile("Shop", [Desk()]);
        Harness.Generator.Run(compilation.WithOptions(compilation.Options.WithAllowUnsafe(false).WithOverflowChecks(true).WithPlatform(Platform.X86)));
    }

    // The compiler takes the project's own type where a reference has one of the same name, and warns where it is used: CS0436.
    [Fact]
    public void A_file_that_is_linked_into_two_projects_gives_each_its_own_client()
    {
        var library = Harness.Generator.Run(GeneratorHarness.Compile("Library", [Desk()]));
        Harness.Generator.Run(GeneratorHarness.Compile("Shop", ["#pragma warning disable CS0436\n" + Desk()], library.ToReference()));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart()
    {
        var first = CSharpSyntaxTree.ParseText(Desk("IFirst"), (CSharpParseOptions)GeneratorHarness.Compile("Shop", [""]).SyntaxTrees[0].Options, "Desk.cs");
        var second = first.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Desk("ISecond")));
        var run = Harness.Generator.Run(GeneratorHarness.Compile("Shop", []).AddSyntaxTrees(first, second));
        Assert.Equal(["Shop.IFirst.g.cs", "Shop.ISecond.g.cs", "TypedLlm.Endpoints.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_that_is_inherited_twice_is_implemented_once()
    {
        var run = Harness.Run(Sources.InShop("""
            public interface IRoot
            {
                [Prompt("Ask {text}")] Task<string> AskAsync(string text);
            }

            public interface ILeft : IRoot
            {
                [Prompt("Tell {text}")] Task<string> TellAsync(string text);
            }

            public interface IRight : IRoot
            {
                [Prompt("Say {text}")] Task<string> TellAsync(string text);
            }

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk : ILeft, IRight;
            """));
        var client = run.Files["Shop.IDesk.g.cs"];
        Assert.Equal(1, Count(client, "\"Ask \"u8"));
        Assert.Equal(1, Count(client, "\"Tell \"u8"));
        Assert.Equal(1, Count(client, "\"Say \"u8"));
    }

    [Fact]
    public void Parts_of_an_interface_in_several_files_are_one_endpoint()
    {
        var run = Harness.Generator.Run(
            GeneratorHarness.Compile("Shop", [
                Sources.InShop("public partial interface IDesk { [Prompt(\"One\")] Task<string> OneAsync(); }"),
                Sources.InShop("[LlmEndpoint(Primary = \"5.4\")] public partial interface IDesk { [PromptFile(\"two.md\")] Task<string> TwoAsync(); }"),
                Sources.InShop("[SystemPromptFile(\"system.md\")] public partial interface IDesk;")]),
            options: null,
            new TextFile("/shop/two.md", "Two"),
            new TextFile("/shop/system.md", "Be kind."));
        var client = run.Files["Shop.IDesk.g.cs"];
        Assert.Equal(2, Count(client, "\"Be kind.\"u8"));
        Assert.Equal(1, Count(client, "\"One\"u8"));
        Assert.Equal(1, Count(client, "\"Two\"u8"));
    }

    private static string Desk(string name = "IDesk") => Sources.InShop($$"""
        public enum Mood { Calm, Angry }

        [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
        [SystemPrompt("Be {mood}.")]
        public interface {{name}}
        {
            [Prompt("Ask {text} {number:N2} {note}")]
            Task<string> AskAsync(string text, Mood mood, decimal? number, [Untrusted] string note, CancellationToken ct = default);

            [Prompt("Ask {text}")]
            IAsyncEnumerable<string> StreamAsync(string text, Mood mood = Mood.Angry, LlmCallOptions? options = null);
        }
        """.Replace("public enum Mood { Calm, Angry }", name == "ISecond" ? "" : "public enum Mood { Calm, Angry }", StringComparison.Ordinal));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
