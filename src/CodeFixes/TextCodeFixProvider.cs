using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>
/// The base of all fixes. Every fix is a set of changes to the text of one document, so that formatting stays as it was and all fixes of a
/// document are made in one step. What is offered was computed first: an offer that would change nothing is not made.
/// </summary>
public abstract class TextCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => FixAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in OffersFor(diagnostic))
            {
                if (await FixAsync(context.Document, [diagnostic], offer.EquivalenceKey, context.CancellationToken).ConfigureAwait(false) is { } fixedDocument)
                {
                    context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult<Document>(fixedDocument), offer.EquivalenceKey), diagnostic);
                }
            }
        }
    }

    /// <summary>The fixes of a diagnostic, the best first, each with a key of its own.</summary>
    protected abstract IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic);

    /// <summary>The changes that fix all targets of a document together. They do not overlap.</summary>
    protected abstract IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model);

    /// <summary>Whether a change of one place leaves the rest of the solution whole. For fixes of what is used elsewhere.</summary>
    protected virtual Task<bool> IsSafeAsync(CodeFixTarget target, SemanticModel model, Solution solution, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    /// <summary>What the analyzer chose, the best first.</summary>
    protected static IReadOnlyList<string> ChoicesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Choices, out var choices) && !string.IsNullOrEmpty(choices)
            ? choices!.Split(FixProperties.Separator)
            : [];

    private async Task<Document?> FixAsync(
        Document document, IReadOnlyList<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var targets = new List<CodeFixTarget>();
        var spans = new HashSet<TextSpan>();
        foreach (var diagnostic in diagnostics)
        {
            foreach (var offer in OffersFor(diagnostic))
            {
                // One text may be wrong for several reasons, which one fix answers.
                var span = diagnostic.Location.SourceSpan;
                if (offer.EquivalenceKey == equivalenceKey && spans.Add(span))
                {
                    var target = new CodeFixTarget(span, root.FindNode(span, getInnermostNodeForTie: true), offer, diagnostic.AdditionalLocations);
                    if (await IsSafeAsync(target, model, document.Project.Solution, cancellationToken).ConfigureAwait(false))
                    {
                        targets.Add(target);
                    }
                }
            }
        }

        var changed = text.WithChanges(ChangesFor(targets, text, model));
        return changed.ContentEquals(text) ? null : document.WithText(changed);
    }
}
