using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>Replaces a model that is shut down by the one that the analyzer chose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceShutDownModelCodeFix))]
public sealed class ReplaceShutDownModelCodeFix : ReplaceModelNameCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.PrimaryShutDown, DiagnosticIds.FallbackShutDown, DiagnosticIds.ShutDownModelAtCallSite);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer($"Replace by '{choice}'", nameof(ReplaceShutDownModelCodeFix), choice);
        }
    }
}
