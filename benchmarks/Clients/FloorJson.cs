using System.Text.Json;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>What the floor reads with Utf8JsonReader, stopping at the first token that it can stop at.</summary>
internal static class FloorJson
{
    /// <summary>The text of a delta; null for any other line.</summary>
    public static string? ReadDelta(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("data: "u8))
        {
            return null;
        }

        var reader = new Utf8JsonReader(line[6..]);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                if (!reader.ValueTextEquals("response.output_text.delta"u8))
                {
                    return null;
                }
            }
            else if (reader.ValueTextEquals("delta"u8))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }

    /// <summary>The text of a whole response: <c>text</c> of the first output part.</summary>
    public static string ReadOutputText(ReadOnlySpan<byte> body)
    {
        const int DepthOfPart = 5;
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == DepthOfPart && reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new JsonException("The response holds no text.");
    }
}
