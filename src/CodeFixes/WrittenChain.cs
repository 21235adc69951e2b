using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>A chain that an attribute writes out.</summary>
/// <param name="Document">The document of the attribute.</param>
/// <param name="Model">Its semantic model.</param>
/// <param name="Arguments">The attribute's arguments.</param>
internal sealed record WrittenChain(Document Document, SemanticModel Model, SeparatedSyntaxList<AttributeArgumentSyntax> Arguments)
{
    /// <summary>The chain whose primary stands at a location of the project.</summary>
    public static async Task<WrittenChain?> FindAsync(Project project, Location location, CancellationToken cancellationToken)
    {
        var path = location.GetLineSpan().Path;
        return project.Documents.FirstOrDefault(document => document.FilePath == path) is { } document
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && (await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false))
                .FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentListSyntax>() is { } list
            && list.Arguments.Any(IsPrimary)
            ? new WrittenChain(document, model, list.Arguments)
            : null;
    }

    /// <summary>The arguments that write the chain out.</summary>
    public IEnumerable<AttributeArgumentSyntax> Models => Arguments.Where(ChainArguments.IsModel);

    /// <summary>Puts the chain's name in the place of its primary, and removes the other models.</summary>
    public IEnumerable<TextChange> ReplaceBy(string name)
    {
        var primary = Arguments.First(IsPrimary);
        var changes = ListRemoval.Changes(Arguments, argument => argument != primary && ChainArguments.IsModel(argument)).ToList();
        changes.Add(new TextChange(primary.Span, $"{WellKnownNames.Chain} = {SymbolDisplay.FormatLiteral(name, quote: true)}"));
        return changes;
    }

    private static bool IsPrimary(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.Primary;
}
