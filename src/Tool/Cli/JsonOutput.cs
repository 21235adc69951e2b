using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedLlm.Tool.Cli;

/// <summary>Writes results as indented JSON.</summary>
internal static class JsonOutput
{
    // The result goes to terminals and files, never into a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ToolHost host, Action<Utf8JsonWriter> write) => host.Out.Write(TextOf(write));

    /// <summary>The text with a line end behind it.</summary>
    public static string TextOf(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) + "\n";
    }

    /// <summary>Writes an amount that is known; one that is not is left out.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
