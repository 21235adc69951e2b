using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Lays out what is added to a list as its neighbour is laid out.</summary>
internal static class LineLayout
{
    /// <summary>What stands between a comma and the next element: an element on a line of its own is followed by one on a line of its own.</summary>
    public static string SeparationLike(SyntaxNode neighbour, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(neighbour.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, neighbour.SpanStart));
        if (line.LineNumber == 0 || !string.IsNullOrWhiteSpace(indentation))
        {
            return " ";
        }

        var above = text.Lines[line.LineNumber - 1];
        return text.ToString(TextSpan.FromBounds(above.End, above.EndIncludingLineBreak)) + indentation;
    }
}
