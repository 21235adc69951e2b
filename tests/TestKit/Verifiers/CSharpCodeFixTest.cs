using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>
/// Applies a fix one diagnostic at a time, then in one go for document, project and solution; each way must end in the fixed state, which must
/// compile and raise exactly what its markup says. Every action that is offered on the way must change the code.
/// </summary>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private static readonly FixAllScope[] Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <summary>The first source after the fix; without any fixed source no fix may be offered.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Insert(0, ("Test0.cs", value));
    }

    /// <summary>The files after the fix, with those that it makes; all others stay as they are.</summary>
    public TestState FixedState { get; } = new();

    /// <summary>Which of several offered actions is taken.</summary>
    public int CodeActionIndex { get; set; }

    /// <summary>The equivalence key that the action must have, where a test cares.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>How many diagnostics are fixed one by one before none is left.</summary>
    public int NumberOfIncrementalIterations { get; set; } = 1;

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await base.RunAsync(cancellationToken).ConfigureAwait(false);

        var runner = new CodeFixRunner(new TCodeFix(), GetDiagnosticsAsync, CodeActionIndex, CodeActionEquivalenceKey);
        var solution = TestSolution.Create(TestState);
        if (FixedState.Sources.Count == 0)
        {
            await runner.VerifyNoneOfferedAsync(solution, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (fixedOneByOne, fixes) = await runner.FixOneByOneAsync(solution, cancellationToken).ConfigureAwait(false);
        await VerifyFixedAsync(fixedOneByOne, "the source fixed one by one", cancellationToken).ConfigureAwait(false);
        Assert.True(fixes == NumberOfIncrementalIterations, $"{fixes} fixes were applied one by one, {NumberOfIncrementalIterations} were expected.");

        foreach (var scope in Scopes)
        {
            var fixedAtOnce = await runner.FixAllAsync(solution, scope, cancellationToken).ConfigureAwait(false);
            await VerifyFixedAsync(fixedAtOnce, $"the source fixed at once in the {scope}", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task VerifyFixedAsync(Solution solution, string what, CancellationToken cancellationToken)
    {
        var state = FixedTestState();
        foreach (var (project, files) in state.Projects())
        {
            var actual = solution.Projects.Single(p => p.Name == project);
            await VerifyFilesAsync(files.Sources, [.. actual.Documents], project, what, cancellationToken).ConfigureAwait(false);
            await VerifyFilesAsync(files.AdditionalFiles, [.. actual.AdditionalDocuments], project, what, cancellationToken).ConfigureAwait(false);
        }

        await VerifyStateAsync(solution, state, [], what, cancellationToken).ConfigureAwait(false);
    }

    private static async Task VerifyFilesAsync(
        IList<(string Name, string Text)> files, IReadOnlyList<TextDocument> documents, string project, string what, CancellationToken cancellationToken)
    {
        Assert.Equal(files.Select(file => TestSolution.PathOf(project, file.Name)), documents.Select(document => document.FilePath));
        foreach (var (name, marked) in files)
        {
            var text = await documents.Single(document => document.Name == name).GetTextAsync(cancellationToken).ConfigureAwait(false);
            var expected = MarkedText.Parse(marked).Text;
            Assert.True(expected == text.ToString(), $"{what}: {project}/{name} is\n{text}\nbut should be\n{expected}");
        }
    }

    private TestState FixedTestState()
    {
        var state = Merge(TestState, FixedState);
        foreach (var (name, project) in TestState.AdditionalProjects)
        {
            state.AdditionalProjects.Add(name, Merge(project, FixedState.AdditionalProjects.TryGetValue(name, out var changed) ? changed : new TestState()));
        }

        return state;
    }

    private static TestState Merge(TestState before, TestState after)
    {
        var state = new TestState();
        Merge(before.Sources, after.Sources, state.Sources);
        Merge(before.AdditionalFiles, after.AdditionalFiles, state.AdditionalFiles);
        return state;
    }

    private static void Merge(IList<(string Name, string Text)> before, IList<(string Name, string Text)> after, IList<(string Name, string Text)> merged)
    {
        foreach (var (name, text) in before)
        {
            merged.Add((name, after.FirstOrDefault(file => file.Name == name).Text ?? text));
        }

        foreach (var file in after.Where(file => before.All(other => other.Name != file.Name)))
        {
            merged.Add(file);
        }
    }
}
