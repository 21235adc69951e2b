using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Lets a call send as many requests as its chain has models.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseMaxAttemptsCodeFix))]
public sealed class RaiseMaxAttemptsCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ChainLongerThanAttempts);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer($"Set {WellKnownNames.MaxAttempts} = {choice}", nameof(RaiseMaxAttemptsCodeFix), choice);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Offer.Text is { } attempts && target.Node.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is { } list)
            {
                switch (Existing(list))
                {
                    case null:
                        yield return new TextChange(
                            new TextSpan(list.Arguments.Last().Span.End, 0),
                            $",{LineLayout.SeparationLike(list.Arguments.Last(), text)}{WellKnownNames.MaxAttempts} = {attempts}");
                        break;

                    // A constant may say the same to others.
                    case { } existing when existing.IsKind(SyntaxKind.NumericLiteralExpression):
                        yield return new TextChange(existing.Span, attempts);
                        break;
                }
            }
        }
    }

    private static ExpressionSyntax? Existing(AttributeArgumentListSyntax list) =>
        list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.MaxAttempts)?.Expression;
}
