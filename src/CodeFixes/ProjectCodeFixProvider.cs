using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>
/// The base of fixes that change more than the document of the diagnostic. All diagnostics of a project are fixed in one step, because they share
/// what is written: fixed each for itself, they would write the same text at the same place.
/// </summary>
public abstract class ProjectCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ProjectFixAllProvider(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in OffersFor(diagnostic))
            {
                if (await FixAsync(context.Document.Project, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } solution)
                {
                    context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(solution), offer.EquivalenceKey), diagnostic);
                }
            }
        }
    }

    /// <summary>The fixes of a diagnostic: at most one, with the same key for all.</summary>
    protected internal abstract IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic);

    /// <summary>The solution after the fix of diagnostics of one project, which are in the order of the sources; null if nothing changes.</summary>
    protected internal abstract Task<Solution?> FixAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);
}
