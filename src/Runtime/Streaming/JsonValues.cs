using System.Text;
using System.Text.Json;

namespace TypedLlm.Streaming;

/// <summary>Reads the value behind a property name, or passes over one that is not of the wanted kind.</summary>
internal static class JsonValues
{
    /// <summary>A string, or a number as text; null for anything else.</summary>
    public static string? String(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>The bytes of the value, whatever it is. <paramref name="json"/> is what the reader reads.</summary>
    public static ReadOnlySpan<byte> Raw(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    public static bool IsObject(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject);

    public static bool IsArray(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartArray);

    /// <summary>Moves into the next object of an array, past elements that are none; false at the end of the array.</summary>
    public static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
