using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>An editor asks for the findings of one file while it is typed; what waits for the whole compilation is not among them.</summary>
public sealed class LiveTests
{
    [Theory]
    [InlineData("Test0.cs", "TLLM001")]
    [InlineData("Test1.cs", "TLLM103")]
    [InlineData("Test2.cs", "TLLM001")]
    [InlineData("Test3.cs", "TLLM023")]
    [InlineData("Test4.cs", "TLLM019")]
    public async Task Findings_of_a_source_come_with_that_source(string file, string id)
    {
        var (analysis, _) = await AnalyzeAsync();
        var tree = analysis.Compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == file);

        var findings = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);

        Assert.Equal(id, Assert.Single(findings).Id);
    }

    [Fact]
    public async Task Findings_of_a_catalog_file_come_with_that_file()
    {
        var (analysis, options) = await AnalyzeAsync();

        var result = await analysis.GetAnalysisResultAsync(options.AdditionalFiles.Single(), CancellationToken.None);

        var findings = result.AdditionalFileDiagnostics.Values.SelectMany(byAnalyzer => byAnalyzer.Values).SelectMany(diagnostics => diagnostics);
        Assert.Equal("TLLM901", Assert.Single(findings).Id);
    }

    [Fact]
    public async Task Only_rules_that_say_so_wait_for_the_whole_compilation()
    {
        var project = TestSolution.Create(EveryRule.Project()).Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        var all = await compilation.WithAnalyzers(AllAnalyzers.All, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();

        var typed = compilation.WithAnalyzers(AllAnalyzers.All, project.AnalyzerOptions);
        var live = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            live.AddRange(await typed.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None));
        }

        foreach (var file in project.AnalyzerOptions.AdditionalFiles)
        {
            var result = await typed.GetAnalysisResultAsync(file, CancellationToken.None);
            live.AddRange(result.AdditionalFileDiagnostics.Values.SelectMany(byAnalyzer => byAnalyzer.Values).SelectMany(diagnostics => diagnostics));
        }

        // These take another package and another generator.
        var rules = AllRules.Descriptors.Where(rule => rule.Id is not (DiagnosticIds.VersionsDiffer or DiagnosticIds.NeedsOtherGenerator)).ToList();
        Assert.Equal(Join(rules.Select(rule => rule.Id)), Ids(all));
        Assert.Equal(Join(rules.Where(rule => !rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(rule => rule.Id)), Ids(live));
    }

    private static string Ids(IEnumerable<Diagnostic> findings) => Join(findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal));

    // Whole, so that a failure shows which rule is missing.
    private static string Join(IEnumerable<string> ids) => string.Join(' ', ids);

    private static async Task<(CompilationWithAnalyzers Analysis, AnalyzerOptions Options)> AnalyzeAsync()
    {
        var state = new TestState
        {
            Sources =
            {
                ("Test0.cs", Desk.With("""Primary = "gpt-9", Fallback = "gpt-5.4" """)),
                ("Test1.cs", Desk.Members("    Task<string> AskAsync();").Replace("IDesk", "IOther", StringComparison.Ordinal)),
                ("Test2.cs", Chains.Source("", "\"first\", Primary = \"gpt-9\", Fallback = \"gpt-5.4\"")),
                ("Test3.cs", Chains.Source("", "\"first\", Primary = \"gpt-5.5\", Fallback = \"gpt-5.4\"")),
                ("Test4.cs", Chains.Source(Chains.Desk("Chain = \"other\"", "IThird"))),
            },
            AdditionalFiles = { ("typedllm.models.json", """{ "alias": {} }""") },
        };
        var project = TestSolution.Create(state).Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        return (compilation.WithAnalyzers(AllAnalyzers.All, project.AnalyzerOptions), project.AnalyzerOptions);
    }
}
