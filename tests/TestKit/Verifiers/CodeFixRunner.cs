using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>Asks a code fix provider for its actions and applies them.</summary>
internal sealed class CodeFixRunner(
    CodeFixProvider provider,
    Func<Solution, CancellationToken, Task<IReadOnlyList<Diagnostic>>> analyze,
    int actionIndex,
    string? equivalenceKey)
{
    private const int MostFixes = 25;

    public async Task VerifyNoneOfferedAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var (document, diagnostic) in await FixableAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            var actions = await OfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            Assert.True(actions.Count == 0, $"No fix was expected for {diagnostic}, offered: {string.Join(", ", actions.Select(action => action.Title))}");
        }
    }

    public async Task<(Solution Solution, int Fixes)> FixOneByOneAsync(Solution solution, CancellationToken cancellationToken)
    {
        for (var fixes = 0; fixes < MostFixes; fixes++)
        {
            var next = await NextAsync(solution, cancellationToken).ConfigureAwait(false);
            if (next is not var (_, _, action))
            {
                return (solution, fixes);
            }

            solution = await ApplyAsync(action, cancellationToken).ConfigureAwait(false);
        }

        Assert.Fail($"{MostFixes} fixes did not come to an end.");
        return default;
    }

    /// <summary>Fixes everything with one step for each document, project or solution, as the scope says.</summary>
    public async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, CancellationToken cancellationToken)
    {
        var fixAll = provider.GetFixAllProvider();
        Assert.True(fixAll is not null && fixAll.GetSupportedFixAllScopes().Contains(scope), $"{provider.GetType().Name} cannot fix all in the {scope}.");

        var done = new HashSet<object>();
        while (await NextAsync(solution, cancellationToken).ConfigureAwait(false) is var (document, diagnostic, action))
        {
            object unit = scope switch
            {
                FixAllScope.Document => document.Id,
                FixAllScope.Project => document.Project.Id,
                _ => FixAllScope.Solution,
            };
            Assert.True(done.Add(unit), $"Fixing all in the {scope} left {diagnostic} with a fix.");

            var context = new FixAllContext(
                document, provider, scope, action.EquivalenceKey!, provider.FixableDiagnosticIds, new SolutionDiagnosticProvider(analyze), cancellationToken);
            var all = await fixAll.GetFixAsync(context).ConfigureAwait(false);
            Assert.True(all is not null, $"Fixing all in the {scope} offers nothing for {diagnostic}.");
            solution = await ApplyAsync(all, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private async Task<(Document Document, Diagnostic Diagnostic, CodeAction Action)?> NextAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var (document, diagnostic) in await FixableAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            var actions = await OfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            foreach (var action in actions)
            {
                await VerifyChangesAsync(solution, action, cancellationToken).ConfigureAwait(false);
            }

            if (actions.Count > 0)
            {
                Assert.True(actionIndex < actions.Count, $"{actions.Count} fixes are offered for {diagnostic}, number {actionIndex} is asked for.");
                var action = actions[actionIndex];
                Assert.True(action.EquivalenceKey is not null, $"'{action.Title}' has no equivalence key.");
                Assert.True(equivalenceKey is null || action.EquivalenceKey == equivalenceKey, $"The key of '{action.Title}' is {action.EquivalenceKey}.");
                return (document, diagnostic, action);
            }
        }

        return null;
    }

    private async Task<List<(Document Document, Diagnostic Diagnostic)>> FixableAsync(Solution solution, CancellationToken cancellationToken)
    {
        var fixable = new List<(Document, Diagnostic)>();
        foreach (var diagnostic in await analyze(solution, cancellationToken).ConfigureAwait(false))
        {
            if (provider.FixableDiagnosticIds.Contains(diagnostic.Id) && DocumentOf(solution, diagnostic) is { } document)
            {
                fixable.Add((document, diagnostic));
            }
        }

        return fixable;
    }

    private static Document? DocumentOf(Solution solution, Diagnostic diagnostic)
    {
        var path = diagnostic.Location.GetLineSpan().Path;
        return solution.Projects.SelectMany(project => project.Documents).FirstOrDefault(document => document.FilePath == path);
    }

    private async Task<List<CodeAction>> OfferedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken);
        await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return actions;
    }

    private static async Task VerifyChangesAsync(Solution solution, CodeAction action, CancellationToken cancellationToken)
    {
        var after = await ApplyAsync(action, cancellationToken).ConfigureAwait(false);
        foreach (var project in after.GetChanges(solution).GetProjectChanges())
        {
            if (project.GetAddedAdditionalDocuments().Any())
            {
                return;
            }

            foreach (var id in project.GetChangedDocuments().Concat(project.GetChangedAdditionalDocuments()))
            {
                var old = await TextOf(solution, id).ConfigureAwait(false);
                var now = await TextOf(after, id).ConfigureAwait(false);
                if (!now.ContentEquals(old))
                {
                    return;
                }
            }
        }

        Task<SourceText> TextOf(Solution which, DocumentId id) =>
            (which.GetDocument(id) ?? which.GetAdditionalDocument(id)!).GetTextAsync(cancellationToken);

        Assert.Fail($"The fix '{action.Title}' is offered but changes nothing.");
    }

    private static async Task<Solution> ApplyAsync(CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
