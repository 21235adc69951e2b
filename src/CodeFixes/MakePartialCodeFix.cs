using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Makes types partial, in whichever files they are, so that what shows them while they arrive can be added to them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
public sealed class MakePartialCodeFix : ProjectCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NotPartial);

    /// <inheritdoc/>
    protected internal override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count > 0)
        {
            yield return new CodeFixOffer("Make the type partial", nameof(MakePartialCodeFix), null);
        }
    }

    /// <inheritdoc/>
    protected internal override async Task<Solution?> FixAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var places in diagnostics.SelectMany(static diagnostic => diagnostic.AdditionalLocations).Distinct().GroupBy(static place => place.SourceTree))
        {
            if (project.GetDocument(places.Key) is { } document)
            {
                var root = await places.Key!.GetRootAsync(cancellationToken).ConfigureAwait(false);
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                var changes = places.Select(place => root.FindNode(place.SourceSpan)).OfType<TypeDeclarationSyntax>()
                    .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                    .OrderBy(static type => type.Keyword.SpanStart)
                    .Select(static type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));
                solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
            }
        }

        return solution == project.Solution ? null : solution;
    }
}
