using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Lets every method send as many requests as its chain has models to ask.</summary>
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
        var root = model.SyntaxTree.GetRoot();
        var limits = new Dictionary<AttributeArgumentListSyntax, int>();
        foreach (var target in targets)
        {
            var lists = target.Others
                .Select(place => root.FindNode(place.SourceSpan))
                .OfType<AttributeSyntax>()
                .Select(attribute => attribute.ArgumentList!)
                .ToList();
            if (lists.TrueForAll(static list => Existing(list) is null or LiteralExpressionSyntax))
            {
                // A method may use one chain here and another in an interface that inherits it.
                var attempts = int.Parse(target.Offer.Text!, CultureInfo.InvariantCulture);
                lists.ForEach(list => limits[list] = limits.TryGetValue(list, out var other) ? Math.Max(attempts, other) : attempts);
            }
        }

        return limits.Select(limit => ChangeOf(limit.Key, limit.Value.ToString(CultureInfo.InvariantCulture), text));
    }

    private static TextChange ChangeOf(AttributeArgumentListSyntax list, string attempts, SourceText text) => Existing(list) is { } existing
        ? new TextChange(existing.Span, attempts)
        : new TextChange(
            new TextSpan(list.Arguments.Last().Span.End, 0),
            $",{LineLayout.SeparationLike(list.Arguments.Last(), text)}{WellKnownNames.MaxAttempts} = {attempts}");

    // A constant may say the same to others, so that only a literal is written over.
    private static ExpressionSyntax? Existing(AttributeArgumentListSyntax list) =>
        list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.MaxAttempts)?.Expression;
}
