using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>Replaces the name of a chain that is not declared by the nearest that is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNearestChainCodeFix))]
public sealed class UseNearestChainCodeFix : ReplaceModelNameCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnknownChain);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer($"Use chain '{choice}'", nameof(UseNearestChainCodeFix), choice);
        }
    }
}
