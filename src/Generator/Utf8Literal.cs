using System.Text;
using TypedLlm.Json;

namespace TypedLlm.Generator;

/// <summary>Writes constant text as a UTF-8 literal whose bytes can stand inside a JSON string as they are.</summary>
internal static class Utf8Literal
{
    public static string Write(string text)
    {
        var code = new StringBuilder(text.Length + 4);
        code.Append('"');
        JsonEscapes.InLiteral.Append(code, text);
        return code.Append("\"u8").ToString();
    }
}
