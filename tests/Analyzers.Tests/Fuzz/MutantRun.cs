using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Tests.Habits;
using TypedLlm.Generator;
using Xunit.Sdk;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>Runs generator, analyzers and fixes over mutants of a project, as an editor does: the generator knows the project from before.</summary>
internal sealed class MutantRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = AllAnalyzers.All;

    private readonly GeneratorDriver _driver;

    public MutantRun(Project project)
    {
        Project = project;
        _driver = CSharpGeneratorDriver
            .Create(
                [new TypedLlmGenerator().AsSourceGenerator()],
                project.AnalyzerOptions.AdditionalFiles,
                (CSharpParseOptions)project.ParseOptions!,
                project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGenerators(project.GetCompilationAsync().GetAwaiter().GetResult()!);
    }

    public Project Project { get; }

    /// <summary>Fails with the mutant if generator or analyzers throw. A thorough look tries all fixes too, and shows the analyzers what was generated.</summary>
    /// <returns>How many fixes were tried.</returns>
    public async Task<int> VerifyAsync(Solution mutated, string name, string mutant, bool thorough)
    {
        try
        {
            return await VerifyAsync(mutated.GetProject(Project.Id)!, thorough);
        }
        catch (Exception exception)
        {
            throw new XunitException($"{name}: {exception}\n{mutant}");
        }
    }

    private async Task<int> VerifyAsync(Project project, bool thorough)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var generated = _driver
            .ReplaceAdditionalTexts(project.AnalyzerOptions.AdditionalFiles)
            .WithUpdatedAnalyzerConfigOptions(project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGenerators(compilation)
            .GetRunResult();
        Assert.Empty(generated.Diagnostics); // CS8785 is a generator that threw.
        var visible = thorough ? compilation.AddSyntaxTrees(generated.GeneratedTrees) : compilation;

        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var findings = await visible.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.All(findings, VerifyFinding);

        return thorough ? await TryFixesAsync(project, findings) : 0;
    }

    private static void VerifyFinding(Diagnostic finding)
    {
        Assert.False(finding.Id == "AD0001", finding.ToString()); // An analyzer that threw.
        Assert.NotEmpty(finding.GetMessage(CultureInfo.InvariantCulture));
        Assert.True(finding.Location.SourceTree is not { } tree || finding.Location.SourceSpan.End <= tree.Length, $"{finding} is outside of its file.");
    }

    private static async Task<int> TryFixesAsync(Project project, ImmutableArray<Diagnostic> findings)
    {
        var fixes = 0;
        foreach (var finding in findings)
        {
            if (project.GetDocument(finding.Location.SourceTree) is { } document)
            {
                foreach (var provider in CodeFixProviders.All.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
                {
                    fixes += await TryFixesAsync(document, finding, provider);
                }
            }
        }

        return fixes;
    }

    private static async Task<int> TryFixesAsync(Document document, Diagnostic finding, CodeFixProvider provider)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        foreach (var action in actions)
        {
            var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
            var changes = operation.ChangedSolution.GetChanges(document.Project.Solution).GetProjectChanges();
            Assert.True(changes.Any(), $"'{action.Title}' changes nothing.");
        }

        return actions.Count;
    }
}
