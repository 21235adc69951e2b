using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Removes the models that a named chain of the same attribute takes the place of.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModelsCodeFix))]
public sealed class RemoveModelsCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ChainAndModels);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(FixProperties.Remove))
        {
            yield return new CodeFixOffer("Remove the models", nameof(RemoveModelsCodeFix), null);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Node.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is { } list)
            {
                foreach (var change in ListRemoval.Changes(list.Arguments, ChainArguments.IsModel))
                {
                    yield return change;
                }
            }
        }
    }
}
