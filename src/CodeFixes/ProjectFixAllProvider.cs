using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>Fixes the diagnostics of a document, project or solution with one step for each project.</summary>
internal sealed class ProjectFixAllProvider(ProjectCodeFixProvider provider) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var done = new HashSet<string>();
        string? title = null;
        foreach (var project in ProjectsOf(fixAllContext))
        {
            var diagnostics = new List<Diagnostic>();
            foreach (var diagnostic in await DiagnosticsOf(project, fixAllContext).ConfigureAwait(false))
            {
                if (provider.OffersFor(diagnostic).FirstOrDefault(offer => offer.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey) is { } offer)
                {
                    title ??= offer.Title;
                    diagnostics.Add(diagnostic);
                }
            }

            // A project for several frameworks is several here, which share their files: what one of them changed must not be changed again.
            diagnostics.Sort(Compare);
            if (diagnostics.Count > 0
                && (project.FilePath is null || done.Add(project.FilePath))
                && solution.GetProject(project.Id) is { } current
                && await provider.FixAsync(current, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                solution = changed;
            }
        }

        return title is null ? null : CodeAction.Create(title, _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsOf(Project project, FixAllContext context) =>
        context is { Scope: FixAllScope.Document, Document: { } document }
            ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
            : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

    private static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.Location.GetLineSpan().Path, right.Location.GetLineSpan().Path);
        return order != 0 ? order : left.Location.SourceSpan.CompareTo(right.Location.SourceSpan);
    }
}
