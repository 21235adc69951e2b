using System.Text;
using TypedLlm.Json;

namespace TypedLlm.Generator;

/// <summary>Writes names of properties as JSON.</summary>
internal static class JsonName
{
    public static string Escape(string name)
    {
        var json = new StringBuilder(name.Length);
        JsonEscapes.InRawLiteral.Append(json, name);
        return json.ToString();
    }
}
