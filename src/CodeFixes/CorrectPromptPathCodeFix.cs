using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Corrects the path of a prompt file to that of the file that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectPromptPathCodeFix))]
public sealed class CorrectPromptPathCodeFix : TextCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MissingPromptFile);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var path in ChoicesOf(diagnostic))
        {
            // Such a name would end the literal that it is written into.
            if (path.IndexOf('"') < 0)
            {
                yield return new CodeFixOffer($"Use '{path}'", nameof(CorrectPromptPathCodeFix), path);
            }
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target.Offer.Text is { } path)
            {
                yield return new TextChange(target.Span, path);
            }
        }
    }
}
