using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.Prompts;

/// <summary>
/// A template that is the text of a file, in one form on all machines: no byte order mark, <c>\n</c> for <c>\r\n</c>, and without the line break
/// that editors put at the end.
/// </summary>
internal sealed class FileTemplate(string path, SourceText source) : PromptTemplate(Texts.GetValue(source, Normalize))
{
    private const char ByteOrderMark = '\ufeff';

    // Each method that uses a file reads it again after every keystroke, while files are long and seldom change.
    private static readonly ConditionalWeakTable<SourceText, string> Texts = new();

    public override Location Locate(int start, int length)
    {
        var from = Offset(0, Start(source), start);
        var span = TextSpan.FromBounds(from, Offset(start, from, start + length));
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }

    private static string Normalize(SourceText source)
    {
        var text = source.ToString(TextSpan.FromBounds(Start(source), source.Length)).Replace("\r\n", "\n");
        return text.EndsWith("\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }

    private static int Start(SourceText source) => source.Length > 0 && source[0] == ByteOrderMark ? 1 : 0;

    /// <summary>Goes through the file from a known place until so many characters of the text have passed.</summary>
    private int Offset(int position, int offset, int target)
    {
        for (; position < target; position++)
        {
            offset += IsLineBreak(offset) ? 2 : 1;
        }

        return offset;
    }

    private bool IsLineBreak(int offset) => source[offset] == '\r' && offset + 1 < source.Length && source[offset + 1] == '\n';
}
