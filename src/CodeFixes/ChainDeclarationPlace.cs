using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Where chains are declared: after those that are already, else after the usings of the file that a diagnostic is in.</summary>
internal sealed class ChainDeclarationPlace
{
    private const string Attribute = "LlmChainAttribute";

    private readonly SourceText _text;
    private readonly CompilationUnitSyntax _root;
    private readonly AttributeListSyntax? _neighbour;

    private ChainDeclarationPlace(Document document, SourceText text, CompilationUnitSyntax root, AttributeListSyntax? neighbour, string qualifier)
    {
        Document = document;
        _text = text;
        _root = root;
        _neighbour = neighbour;
        Qualifier = qualifier;
    }

    public Document Document { get; }

    /// <summary>What stands before names of the package there.</summary>
    public string Qualifier { get; }

    public static async Task<ChainDeclarationPlace?> FindAsync(Project project, Location location, CancellationToken cancellationToken)
    {
        var neighbour = await LastDeclarationAsync(project, cancellationToken).ConfigureAwait(false);
        var path = neighbour?.SyntaxTree.FilePath ?? location.GetLineSpan().Path;
        if (project.Documents.FirstOrDefault(document => document.FilePath == path) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var first = root.AttributeLists.FirstOrDefault() ?? (SyntaxNode?)root.Members.FirstOrDefault();
        var qualifier = model.LookupNamespacesAndTypes(first?.SpanStart ?? 0, name: Attribute).IsEmpty ? "TypedLlm." : "";
        return new ChainDeclarationPlace(document, text, root, neighbour, qualifier);
    }

    public TextChange Insert(IReadOnlyList<string> declarations)
    {
        var newLine = NewLine();
        var lines = string.Join(newLine, declarations);
        if (_neighbour is not null)
        {
            return new TextChange(new TextSpan(_neighbour.Span.End, 0), newLine + lines);
        }

        if ((_root.Usings.LastOrDefault() ?? (SyntaxNode?)_root.Externs.LastOrDefault()) is not { } last)
        {
            return new TextChange(default, lines + newLine + newLine);
        }

        var line = _text.Lines.GetLineFromPosition(last.Span.End);
        var isFollowed = line.LineNumber + 1 < _text.Lines.Count && !string.IsNullOrWhiteSpace(_text.Lines[line.LineNumber + 1].ToString());
        return new TextChange(new TextSpan(line.End, 0), newLine + newLine + lines + (isFollowed ? newLine : ""));
    }

    private static async Task<AttributeListSyntax?> LastDeclarationAsync(Project project, CancellationToken cancellationToken)
    {
        AttributeListSyntax? last = null;
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
        {
            foreach (var attribute in compilation.Assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: Attribute, ContainingNamespace: { Name: "TypedLlm", ContainingNamespace.IsGlobalNamespace: true } }
                    && attribute.ApplicationSyntaxReference is { } reference
                    && project.GetDocument(reference.SyntaxTree) is not null)
                {
                    var syntax = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
                    last = syntax.FirstAncestorOrSelf<AttributeListSyntax>() ?? last;
                }
            }
        }

        return last;
    }

    private string NewLine()
    {
        var first = _text.Lines[0];
        return first.End == first.EndIncludingLineBreak ? "\n" : _text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }
}
