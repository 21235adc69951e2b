using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Replaces a fallback that repeats a model of the chain by the one that the analyzer chose, or removes it where the analyzer says so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceRepeatedFallbackCodeFix))]
public sealed class ReplaceRepeatedFallbackCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.FallbackEqualsPrimary);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer($"Use '{choice}' as fallback", nameof(ReplaceRepeatedFallbackCodeFix), choice);
        }

        if (diagnostic.Properties.ContainsKey(FixProperties.Remove))
        {
            yield return new CodeFixOffer("Remove the repeated fallback", nameof(ReplaceRepeatedFallbackCodeFix), null);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        var removed = new HashSet<SyntaxNode>();
        foreach (var target in targets)
        {
            if (target.Offer.Text is { } name)
            {
                yield return new TextChange(target.Span, ModelNameText.Like(target.Node, name, model));
            }
            else
            {
                removed.Add(target.Node);
            }
        }

        foreach (var attribute in AttributesOf(removed))
        {
            foreach (var change in RemovalsFrom(attribute, removed))
            {
                yield return change;
            }
        }
    }

    private static HashSet<AttributeArgumentListSyntax> AttributesOf(HashSet<SyntaxNode> names)
    {
        var attributes = new HashSet<AttributeArgumentListSyntax>();
        foreach (var name in names)
        {
            if (name.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is { } list)
            {
                attributes.Add(list);
            }
        }

        return attributes;
    }

    private static IEnumerable<TextChange> RemovalsFrom(AttributeArgumentListSyntax list, HashSet<SyntaxNode> removed)
    {
        foreach (var change in ListRemoval.Changes(list.Arguments, argument => IsRemoved(argument.Expression, removed)))
        {
            yield return change;
        }

        foreach (var argument in list.Arguments)
        {
            if (!IsRemoved(argument.Expression, removed))
            {
                foreach (var change in ListRemoval.Changes(ArrayElements.Of(argument.Expression), removed.Contains))
                {
                    yield return change;
                }
            }
        }
    }

    // An array of which nothing stays goes as a whole: without an element it may have no type.
    private static bool IsRemoved(ExpressionSyntax expression, HashSet<SyntaxNode> removed)
    {
        var elements = ArrayElements.Of(expression);
        return elements.Count > 0 ? elements.All(removed.Contains) : removed.Contains(expression);
    }
}
