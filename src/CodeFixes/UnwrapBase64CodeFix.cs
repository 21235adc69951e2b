using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Hands the bytes of a file to a part that takes bytes, in place of their base64 text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnwrapBase64CodeFix))]
public sealed class UnwrapBase64CodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.Base64InFilePart);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(FixProperties.Unwrap))
        {
            yield return new CodeFixOffer("Hand over the bytes", nameof(UnwrapBase64CodeFix), null);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Node is InvocationExpressionSyntax
                {
                    Expression: var method,
                    ArgumentList: { Arguments: { Count: 1 } outer },
                }
                && outer[0].Expression is InvocationExpressionSyntax { ArgumentList: { Arguments: { Count: 1 } inner } })
            {
                var name = method is MemberAccessExpressionSyntax access ? access.Name : method;
                yield return new TextChange(name.Span, "FromBytes");
                yield return new TextChange(outer[0].Span, inner[0].Expression.ToString());
            }
        }
    }
}
