using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Redirects the name of a model that is or will be shut down to the one that the analyzer chose, wherever the project writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AliasModelCodeFix))]
public sealed class AliasModelCodeFix : CatalogFileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.PrimaryShutDown, DiagnosticIds.FallbackShutDown, DiagnosticIds.RetiringModel);

    /// <inheritdoc/>
    protected internal override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (AliasOf(diagnostic) is var (name, target))
        {
            yield return new CodeFixOffer($"Alias '{name}' to '{target}' in {FileName}", nameof(AliasModelCodeFix), target);
        }
    }

    private protected override IReadOnlyList<TextChange>? ChangesFor(IReadOnlyList<Diagnostic> diagnostics, CatalogFileEditor editor)
    {
        // Chains can call for different targets of one name; an alias has one.
        var targets = new Dictionary<string, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (AliasOf(diagnostic) is var (name, target) && !targets.ContainsKey(name))
            {
                targets.Add(name, target);
            }
        }

        return editor.SetAliases(targets);
    }

    private static (string Name, string Target)? AliasOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Alias, out var name)
        && diagnostic.Properties.TryGetValue(FixProperties.Choices, out var choices)
            ? (name!, choices!.Split(FixProperties.Separator)[0])
            : null;
}
