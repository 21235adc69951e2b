using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Removes a <c>Stream = false</c> that the return type contradicts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveStreamCodeFix))]
public sealed class RemoveStreamCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.StreamContradictsReturnType);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(FixProperties.Remove))
        {
            yield return new CodeFixOffer("Remove 'Stream = false'", nameof(RemoveStreamCodeFix), null);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax list } stream)
            {
                foreach (var change in Removals(list, stream, text))
                {
                    yield return change;
                }
            }
        }
    }

    // On a method, an attribute that says nothing else goes as a whole.
    private static IEnumerable<TextChange> Removals(AttributeArgumentListSyntax list, AttributeArgumentSyntax stream, SourceText text)
    {
        if (list.Arguments.Count > 1)
        {
            return ListRemoval.Changes(list.Arguments, argument => argument == stream);
        }

        return list.Parent is AttributeSyntax { Parent: AttributeListSyntax { Parent: MethodDeclarationSyntax } attributes } attribute
            ? attributes.Attributes.Count > 1
                ? ListRemoval.Changes(attributes.Attributes, other => other == attribute)
                : [new TextChange(LineOf(attributes, text), "")]
            : [new TextChange(list.Span, "")];
    }

    private static TextSpan LineOf(AttributeListSyntax attributes, SourceText text)
    {
        var start = text.Lines.GetLineFromPosition(attributes.SpanStart).Start;
        var end = text.Lines.GetLineFromPosition(attributes.Span.End).EndIncludingLineBreak;
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, attributes.SpanStart)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(attributes.Span.End, end)));
        return isAlone ? TextSpan.FromBounds(start, end) : TextSpan.FromBounds(attributes.SpanStart, attributes.CloseBracketToken.FullSpan.End);
    }
}
