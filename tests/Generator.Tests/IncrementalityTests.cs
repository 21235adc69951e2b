using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>How much is emitted again after an edit.</summary>
public sealed class IncrementalityTests
{
    private const int EndpointCount = 5;
    private const int FileEndpointCount = 3;
    private static readonly TextFile Terms = new("/shop/Prompts/terms.md", "Explain the terms of {order.Id}.");
    private static readonly TextFile Tone = new("/shop/Prompts/tone.md", "Be kind.");
    private static readonly TextFile Other = new("/shop/Prompts/other.md", "Not used.");
    private static readonly TextFile[] Files = [Terms, Tone, Other];

    private const string Shared = "public sealed record Order(int Id, string Name); public sealed partial record Verdict(bool IsFine); public sealed record Basket(int Size); [LlmAnswer] public sealed partial record Receipt(int Paid);";

    [Fact]
    public void Every_step_is_tracked() => Assert.All(Harness.Generator.Steps, step => Assert.NotEmpty(Run().Run.Outputs(step)));

    [Fact]
    public void A_comment_emits_nothing() => Assert.Equal(0, Emitted("[Prompt(\"Explain", "// why\n    [Prompt(\"Explain"));

    [Theory]
    [InlineData("Workload = Workload.Bulk")]
    [InlineData("NoFallback = \"internal\"")]
    public void What_only_the_descriptor_says_emits_its_endpoint_alone(string setting) =>
        Assert.Equal(1, Emitted("Primary = \"5.4\"", $"Primary = \"5.4\", {setting}"));

    [Fact]
    public void A_changed_prompt_emits_its_endpoint_alone() => Assert.Equal(1, Emitted("Explain", "Describe"));

    [Fact]
    public void A_renamed_method_emits_its_endpoint_alone() => Assert.Equal(1, Emitted("AskAsync", "TellAsync"));

    [Fact]
    public void A_renamed_endpoint_emits_the_registration_as_well() => Assert.Equal(2, Emitted("interface IDesk2", "interface ITable2"));

    [Fact]
    public void A_type_of_another_file_emits_all_that_read_it()
    {
        var before = Run();
        var edited = Replace(before.Compilation, before.Compilation.SyntaxTrees[^1], Sources.InShop(Shared.Replace("int Id", "string Id", StringComparison.Ordinal)));
        Assert.Equal(EndpointCount + FileEndpointCount, Modified(GeneratorHarness.Rerun(before.Run, edited)));
    }

    /// <summary>The type, its partial and the format whose schema has it; no endpoint, which only names it.</summary>
    [Fact]
    public void A_changed_type_of_answers_emits_its_files_alone()
    {
        var before = Run();
        var edited = Replace(before.Compilation, before.Compilation.SyntaxTrees[^1], Sources.InShop(Shared.Replace("IsFine", "IsGood", StringComparison.Ordinal)));
        Assert.Equal(3, Modified(GeneratorHarness.Rerun(before.Run, edited)));
    }

    [Fact]
    public void A_changed_type_that_is_marked_emits_its_files_alone()
    {
        var before = Run();
        var edited = Replace(before.Compilation, before.Compilation.SyntaxTrees[^1], Sources.InShop(Shared.Replace("int Paid", "int Owed", StringComparison.Ordinal)));
        Assert.Equal(3, Modified(GeneratorHarness.Rerun(before.Run, edited)));
    }

    /// <summary>The type and the formats whose schema has it; nothing that only has members of it, and no endpoint, which only names it.</summary>
    [Theory]
    [InlineData("string Text", "string Words", 1 + 1)]
    [InlineData("decimal Amount", "decimal Sum", 1 + 3)]
    [InlineData("record Money", "record /* why */ Money", 0)]
    public void An_edit_of_a_type_inside_answers_emits_no_type_that_has_members_of_it(string written, string instead, int emitted)
    {
        const string Types = """
            public sealed record Money(decimal Amount, string Currency);
            public sealed record Note(string Text);
            public sealed record Line(string Name, Money Price);
            public sealed record Invoice(IReadOnlyList<Line> Lines, Money Total);
            public sealed record Report(Note Note, IReadOnlyList<Line>? Lines);
            """;
        var compilation = GeneratorHarness.Compile("Shop", [Asks(0, "Task<Invoice>"), Asks(1, "Task<Report>"), Asks(2, "IAsyncEnumerable<Invoice>", "Task<Invoice>"), Asks(3, "Task<string>"), Sources.InShop(Types)]);
        var run = Harness.Generator.Run(compilation);
        Assert.Contains(written, Types, StringComparison.Ordinal);
        var edited = Replace(compilation, compilation.SyntaxTrees[^1], Sources.InShop(Types.Replace(written, instead, StringComparison.Ordinal)));
        Assert.Equal(emitted, Modified(GeneratorHarness.Rerun(run, edited)));
    }

    [Fact]
    public void A_changed_type_of_parameters_emits_its_writer_alone()
    {
        var before = Run();
        var edited = Replace(before.Compilation, before.Compilation.SyntaxTrees[^1], Sources.InShop(Shared.Replace("int Size", "int Weight", StringComparison.Ordinal)));
        Assert.Equal(1, Modified(GeneratorHarness.Rerun(before.Run, edited)));
    }

    [Theory]
    [InlineData("Terms", "Describe the terms of {order.Id}.", 2)]
    [InlineData("Tone", "Be brief.", 1)]
    [InlineData("Tone", "Be kind.\n", 0)]
    [InlineData("Other", "Still not used.", 0)]
    public void An_edit_of_a_file_emits_the_endpoints_that_use_it(string name, string text, int emitted)
    {
        var before = Run();
        var file = Files.Single(file => file.Path.Contains(name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(emitted, Modified(GeneratorHarness.Rerun(before.Run, before.Compilation, file, new TextFile(file.Path, text))));
    }

    [Fact]
    public void A_comment_in_an_endpoint_with_files_emits_nothing()
    {
        var before = Run();
        var tree = before.Compilation.SyntaxTrees[EndpointCount];
        Assert.Equal(0, Modified(GeneratorHarness.Rerun(before.Run, Replace(before.Compilation, tree, tree + "// why"))));
    }

    [Fact]
    public void An_endpoint_that_gets_its_first_file_is_emitted_alone() => Assert.Equal(1, Emitted("[Prompt(\"Explain {order.Id}\")]", "[PromptFile(\"Prompts/terms.md\")]"));

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var before = Run();
        var after = Harness.Generator.Run(
            GeneratorHarness.Compile("Shop", before.Compilation.SyntaxTrees.Reverse().Select(tree => tree.ToString())), options: null, [.. Files.Reverse()]);
        Assert.Equal(before.Run.Files.OrderBy(file => file.Key, StringComparer.Ordinal), after.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    private static string Asks(int number, params string[] answers) => Sources.InShop($$"""
        [LlmEndpoint(Primary = "5.4")]
        public interface IAsk{{number}}
        {
            {{string.Join('\n', answers.Select((answer, index) => $"[Prompt(\"Ask\")] {answer} Ask{index}Async();"))}}
        }
        """);

    private static int Emitted(string written, string instead)
    {
        var before = Run();
        var tree = before.Compilation.SyntaxTrees[2];
        var source = tree.ToString();
        Assert.Contains(written, source, StringComparison.Ordinal);
        return Modified(GeneratorHarness.Rerun(before.Run, Replace(before.Compilation, tree, source.Replace(written, instead, StringComparison.Ordinal))));
    }

    private static int Modified(GeneratorRun run) => run.SourceOutputs.Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);

    private static (GeneratorRun Run, CSharpCompilation Compilation) Run()
    {
        var sources = Enumerable.Range(0, EndpointCount).Select(number => Sources.InShop($$"""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk{{number}}
            {
                [Prompt("Explain {order.Id}")]
                Task<string> AskAsync(Order order);

                [Prompt("Judge {order.Id}")]
                Task<Verdict> JudgeAsync(Order order);

                [Prompt("Sort {basket}")]
                Task<string> SortAsync(Basket basket);
            }
            """));
        var compilation = GeneratorHarness.Compile("Shop", [.. sources, .. SourcesWithFiles(), Sources.InShop(Shared)]);
        return (Harness.Generator.Run(compilation, options: null, Files), compilation);
    }

    private static IEnumerable<string> SourcesWithFiles()
    {
        (string Prompt, string System)[] attributes =
        [
            ("PromptFile(\"Prompts/terms.md\")", "SystemPrompt(\"Be kind.\")"),
            ("PromptFile(\"Prompts/terms.md\")", "SystemPrompt(\"Be brief.\")"),
            ("Prompt(\"Explain {order.Id}\")", "SystemPromptFile(\"Prompts/tone.md\")"),
        ];
        return attributes.Select((attribute, number) => Sources.InShop($$"""
            [LlmEndpoint(Primary = "5.4"), {{attribute.System}}]
            public interface IFileDesk{{number}}
            {
                [{{attribute.Prompt}}]
                Task<string> AskAsync(Order order);
            }
            """));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, SyntaxTree tree, string source) =>
        compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
}
