using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Declares a model that no catalog knows in the project's own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareModelCodeFix))]
public sealed class DeclareModelCodeFix : CatalogFileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnknownModel);

    /// <inheritdoc/>
    protected internal override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (IdOf(diagnostic) is { } id)
        {
            yield return new CodeFixOffer($"Declare '{id}' in {FileName}", nameof(DeclareModelCodeFix), id);
        }
    }

    private protected override IReadOnlyList<TextChange>? ChangesFor(IReadOnlyList<Diagnostic> diagnostics, CatalogFileEditor editor) =>
        editor.AddModels([.. diagnostics.Select(IdOf).OfType<string>().Distinct()]);

    private static string? IdOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(FixProperties.Model, out var id) ? id : null;
}
