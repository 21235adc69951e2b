using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>Replaces a name that the catalog does not know by one of the nearest that it does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNearestModelIdCodeFix))]
public sealed class UseNearestModelIdCodeFix : ReplaceModelNameCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnknownModel);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        var choices = ChoicesOf(diagnostic);
        for (var i = 0; i < choices.Count; i++)
        {
            // Fix-all takes the nearest of each name. Another choice is meant for one misspelling: two of them could mean the same model.
            var key = nameof(UseNearestModelIdCodeFix) + (i == 0 ? "" : $":{diagnostic.GetMessage(CultureInfo.InvariantCulture)}:{choices[i]}");
            yield return new CodeFixOffer($"Use '{choices[i]}'", key, choices[i]);
        }
    }
}
