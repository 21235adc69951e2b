using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The service writes text as UTF-8, not as escapes: clients must survive a character split over packets.</summary>
internal static class WireJson
{
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static JsonSerializerOptions SerializerOptions { get; } = new() { Encoder = WriterOptions.Encoder };

    public static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, WriterOptions))
        {
            write(json);
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? value) =>
        json.WriteNumberOrNull(name, value?.ToUnixTimeSeconds());
}
