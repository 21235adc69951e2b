using System.Text;

namespace TypedLlm.Generator;

/// <summary>Writes constant text as a UTF-8 literal whose bytes can stand inside a JSON string as they are.</summary>
internal static class Utf8Literal
{
    public static string Write(string text)
    {
        var code = new StringBuilder(text.Length + 4);
        code.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                code.Append(character).Append(text[++i]);
            }
            else
            {
                Append(code, character);
            }
        }

        return code.Append("\"u8").ToString();
    }

    private static void Append(StringBuilder code, char character)
    {
        switch (character)
        {
            case '"':
                // JSON needs a backslash before the quote, C# one before each of the two.
                code.Append("\\\\\\\"");
                break;
            case '\\':
                code.Append("""\\\\""");
                break;
            case '\n':
                code.Append("""\\n""");
                break;
            case '\r':
                code.Append("""\\r""");
                break;
            case '\t':
                code.Append("""\\t""");
                break;
            case < ' ':
                code.Append("""\\u""").Append(Hex(character));
                break;
            case >= '\ud800' and <= '\udfff':
                // Half a character has no UTF-8; the replacement character stands for it, as it does in values.
                code.Append("""\ufffd""");
                break;
            case '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff':
                // Invisible, or the end of a line to C#.
                code.Append("""\u""").Append(Hex(character));
                break;
            default:
                code.Append(character);
                break;
        }
    }

    private static string Hex(char character) => ((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture);
}
