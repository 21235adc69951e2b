using System.Text.Json;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes what reports and the lock have in common.</summary>
internal static class JsonFields
{
    /// <summary>Writes a text that is known; one that is not is left out.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
