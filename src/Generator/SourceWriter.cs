using System.Text;

namespace TypedLlm.Generator;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes each line of a text at the present depth.</summary>
    public void Write(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end;
            WriteLine(text, start, next);
            start = next + 1;
        }
    }

    public void WriteLine() => _text.Append('\n');

    public void Open()
    {
        Write("{");
        Indent();
    }

    public void Close(string after = "")
    {
        Unindent();
        Write("}" + after);
    }

    public void Indent() => _depth++;

    public void Unindent() => _depth--;

    public override string ToString() => _text.ToString();

    private void WriteLine(string text, int start, int end)
    {
        if (end > start)
        {
            _text.Append(' ', _depth * 4).Append(text, start, end - start);
        }

        _text.Append('\n');
    }
}
