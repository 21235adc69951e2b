using System.Globalization;
using System.Text;

namespace TypedLlm.Json;

/// <summary>
/// Writes the inside of a JSON string into C# code. An ordinary literal needs the backslashes and quotes of the JSON escaped once more, a raw one
/// does not.
/// </summary>
internal sealed class JsonEscapes
{
    public static readonly JsonEscapes InLiteral = new(@"\\", @"\\\""");
    public static readonly JsonEscapes InRawLiteral = new(@"\", @"\""");

    private readonly string _backslash;
    private readonly string _quote;

    private JsonEscapes(string backslash, string quote)
    {
        _backslash = backslash;
        _quote = quote;
    }

    /// <summary>A text as a JSON literal, which is a C# literal of the same text too.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        InRawLiteral.Append(literal, text);
        return literal.Append('"').ToString();
    }

    public void Append(StringBuilder code, string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            code.Append(text, start, i - start);
            AppendEscaped(code, text[i]);
            start = i + 1;
        }

        code.Append(text, start, text.Length - start);
    }

    private static bool IsPlain(char character) => character switch
    {
        '"' or '\\' or < ' ' => false,
        < '\u007f' => true,
        '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => false,
        _ => !char.IsSurrogate(character),
    };

    private void AppendEscaped(StringBuilder code, char character)
    {
        switch (character)
        {
            case '"':
                code.Append(_quote);
                break;
            case '\\':
                code.Append(_backslash).Append(_backslash);
                break;
            case '\n':
                code.Append(_backslash).Append('n');
                break;
            case '\r':
                code.Append(_backslash).Append('r');
                break;
            case '\t':
                code.Append(_backslash).Append('t');
                break;
            case < ' ':
                code.Append(_backslash).Append('u').Append(Hex(character));
                break;
            default:
                // Invisible, or the end of a line to C#: one escape is enough, C#'s or JSON's. Half a character has no UTF-8; the replacement
                // character stands for it, as it does in values.
                code.Append("""\u""").Append(Hex(char.IsSurrogate(character) ? '\ufffd' : character));
                break;
        }
    }

    private static string Hex(char character) => ((int)character).ToString("x4", CultureInfo.InvariantCulture);
}
