using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Gives a chain of one model the fallback that the analyzer chose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertFallbackCodeFix))]
public sealed class InsertFallbackCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoFallback);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer($"Insert Fallback = \"{choice}\"", nameof(InsertFallbackCodeFix), choice);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target is { Offer.Text: { } name, Node.Parent: AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax list } primary })
            {
                var value = ModelNameText.Like(target.Node, name, model);
                yield return Existing(list) is { } existing
                    ? new TextChange(existing.Span, value)
                    : new TextChange(new TextSpan(primary.Span.End, 0), $",{LineLayout.SeparationLike(primary, text)}{WellKnownNames.Fallback} = {value}");
            }
        }
    }

    // Present without a value: null does not make a fallback.
    private static ExpressionSyntax? Existing(AttributeArgumentListSyntax list)
    {
        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.Fallback)
            {
                return argument.Expression;
            }
        }

        return null;
    }
}
