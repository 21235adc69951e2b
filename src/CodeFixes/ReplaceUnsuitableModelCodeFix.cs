using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>Replaces a live model that does not suit its chain by the one that the analyzer chose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceUnsuitableModelCodeFix))]
public sealed class ReplaceUnsuitableModelCodeFix : ReplaceModelNameCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.RetiringModel,
        DiagnosticIds.FallbackRetiresFirst,
        DiagnosticIds.MissingCapability,
        DiagnosticIds.OutputLimitExceeded,
        DiagnosticIds.ParameterRefused,
        DiagnosticIds.ModelNotAllowed,
        DiagnosticIds.FallbackTooDear,
        DiagnosticIds.NoAccess,
        DiagnosticIds.Refused,
        DiagnosticIds.WeakerAnswers);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            // Fix-all answers one rule: whoever replaces what goes away may want to keep what is dear.
            yield return new CodeFixOffer($"Replace by '{choice}'", $"{nameof(ReplaceUnsuitableModelCodeFix)}:{diagnostic.Id}", choice);
        }
    }
}
