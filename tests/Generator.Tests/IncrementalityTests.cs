using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>How much is emitted again after an edit.</summary>
public sealed class IncrementalityTests
{
    private const int EndpointCount = 5;
    private const string Shared = "public sealed record Order(int Id, string Name);";

    [Fact]
    public void Every_step_is_tracked() => Assert.All(Harness.Generator.Steps, step => Assert.NotEmpty(Run().Run.Outputs(step)));

    [Fact]
    public void A_comment_emits_nothing() => Assert.Equal(0, Emitted("[Prompt(\"Explain", "// why\n    [Prompt(\"Explain"));

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
        Assert.Equal(EndpointCount, Modified(GeneratorHarness.Rerun(before.Run, edited)));
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var before = Run();
        var after = Harness.Generator.Run(GeneratorHarness.Compile("Shop", before.Compilation.SyntaxTrees.Reverse().Select(tree => tree.ToString())));
        Assert.Equal(before.Run.Files.OrderBy(file => file.Key, StringComparer.Ordinal), after.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

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
            }
            """));
        var compilation = GeneratorHarness.Compile("Shop", [.. sources, Sources.InShop(Shared)]);
        return (Harness.Generator.Run(compilation), compilation);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, SyntaxTree tree, string source) =>
        compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
}
