using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.CodeFixes;

/// <summary>
/// Gives a chain that many attributes write out a name, and names it on all of them, in the whole project. Where the analyzer found it declared,
/// its name is used.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareChainCodeFix))]
public sealed class DeclareChainCodeFix : ProjectCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RepeatedChain);

    /// <inheritdoc/>
    protected internal override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (NameOf(diagnostic) is { } name)
        {
            var title = IsNew(diagnostic) ? $"Declare chain '{name}' and use it" : $"Use chain '{name}'";
            yield return new CodeFixOffer(title, nameof(DeclareChainCodeFix), name);
        }
    }

    /// <inheritdoc/>
    protected internal override async Task<Solution?> FixAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var changes = new DocumentChanges(project);
        var declarations = new List<string>();
        var names = new HashSet<string>();
        var place = await ChainDeclarationPlace.FindAsync(project, diagnostics[0].Location, cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            if (place is null || NameOf(diagnostic) is not { } name || !names.Add(name))
            {
                continue;
            }

            foreach (var location in diagnostic.AdditionalLocations)
            {
                if (await WrittenChain.FindAsync(project, location, cancellationToken).ConfigureAwait(false) is not { } chain)
                {
                    return null;
                }

                if (IsNew(diagnostic) && location == diagnostic.AdditionalLocations[0])
                {
                    declarations.Add(ChainDeclarationText.Write(name, chain, place.Qualifier));
                }

                changes.Add(chain.Document, chain.ReplaceBy(name));
            }
        }

        if (place is null || names.Count == 0)
        {
            return null;
        }

        if (declarations.Count > 0)
        {
            changes.Add(place.Document, [place.Insert(declarations)]);
        }

        return await changes.ApplyAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string? NameOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Choices, out var name) && !string.IsNullOrEmpty(name) ? name : null;

    private static bool IsNew(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Declare);
}
