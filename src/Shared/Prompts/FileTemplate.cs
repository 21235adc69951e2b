using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.Prompts;

/// <summary>
/// A template that is the text of a file, in one form on all machines: no byte order mark, <c>\n</c> for <c>\r\n</c>, and without the line break
/// that editors put at the end.
/// </summary>
internal sealed class FileTemplate(string path, SourceText source) : PromptTemplate(Normalize(source.ToString()))
{
    private const char ByteOrderMark = '\ufeff';

    public override Location Locate(int start, int length)
    {
        var written = source.ToString();
        var from = Offset(written, 0, Start(written), start);
        var span = TextSpan.FromBounds(from, Offset(written, start, from, start + length));
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }

    private static string Normalize(string written)
    {
        var text = written.Substring(Start(written)).Replace("\r\n", "\n");
        return text.EndsWith("\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }

    private static int Start(string written) => written.Length > 0 && written[0] == ByteOrderMark ? 1 : 0;

    /// <summary>Goes through the file from a known place until so many characters of the text have passed.</summary>
    private static int Offset(string written, int position, int offset, int target)
    {
        for (; position < target; position++)
        {
            offset += IsLineBreak(written, offset) ? 2 : 1;
        }

        return offset;
    }

    private static bool IsLineBreak(string written, int offset) => written[offset] == '\r' && offset + 1 < written.Length && written[offset + 1] == '\n';
}
