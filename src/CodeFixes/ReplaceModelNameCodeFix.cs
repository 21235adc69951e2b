using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>The base of fixes that write the name of another model in place of one.</summary>
public abstract class ReplaceModelNameCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Offer.Text is { } name)
            {
                yield return new TextChange(target.Span, ModelNameText.Like(target.Node, name, model));
            }
        }
    }
}
