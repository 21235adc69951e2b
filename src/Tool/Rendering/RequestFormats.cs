using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedLlm.Tool.Rendering;

/// <summary>Writes a request in the ways that people and programs read it. A new one is one line here and a method.</summary>
internal static class RequestFormats
{
    public const string Default = "text";

    private static readonly Dictionary<string, Func<RenderedRequest, string>> Writers = new(StringComparer.Ordinal)
    {
        [Default] = Text,
        ["json"] = Json,
        ["curl"] = Curl,
    };

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string[] Names => [.. Writers.Keys];

    public static string Write(RenderedRequest request, string format) => Writers[format](request);

    /// <summary>As it stands on the wire.</summary>
    private static string Text(RenderedRequest request)
    {
        var headers = string.Concat(request.Headers.Select(static header => $"{header.Key}: {header.Value}\n"));
        return $"{request.Method} {request.Url}\n{headers}\n{request.Body}\n";
    }

    private static string Json(RenderedRequest request)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("method", request.Method);
            json.WriteString("url", request.Url);
            json.WriteStartObject("headers");
            foreach (var (name, value) in request.Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("body");
            json.WriteRawValue(request.Body);
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)}\n";
    }

    /// <summary>A command for a POSIX shell. The key comes from the shell's environment when it runs.</summary>
    private static string Curl(RenderedRequest request)
    {
        var command = new StringBuilder($"curl --no-buffer --request {request.Method} {Quoted(request.Url)} \\\n");
        command.Append($"  --header \"Authorization: Bearer ${ProviderSettings.ApiKeyVariable}\" \\\n");
        foreach (var (name, value) in request.Headers)
        {
            command.Append($"  --header {Quoted($"{name}: {value}")} \\\n");
        }

        return $"{command}  --data-raw {Quoted(request.Body)}\n";
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
