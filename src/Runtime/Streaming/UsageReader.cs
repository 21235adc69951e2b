using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Streaming;

/// <summary>Reads the token counts of a response. Each may be missing, null, or (from compatible services) a number as text.</summary>
internal static class UsageReader
{
    /// <summary>Reads the value that follows; null if it counts nothing.</summary>
    public static LlmUsage? Read(ref Utf8JsonReader reader)
    {
        long? input = null, output = null, cached = null, cacheWrite = null, reasoning = null;
        if (!JsonValues.IsObject(ref reader))
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("input_tokens"u8))
            {
                input = Count(ref reader);
            }
            else if (reader.ValueTextEquals("output_tokens"u8))
            {
                output = Count(ref reader);
            }
            else if (reader.ValueTextEquals("input_tokens_details"u8) || reader.ValueTextEquals("output_tokens_details"u8))
            {
                Details(ref reader, ref cached, ref cacheWrite, ref reasoning);
            }
            else
            {
                reader.Skip();
            }
        }

        return input is null && output is null
            ? null
            : new LlmUsage(input ?? 0, output ?? 0)
            {
                CachedInputTokens = cached ?? 0,
                CacheWriteTokens = cacheWrite ?? 0,
                ReasoningTokens = reasoning ?? 0,
            };
    }

    private static void Details(ref Utf8JsonReader reader, ref long? cached, ref long? cacheWrite, ref long? reasoning)
    {
        if (!JsonValues.IsObject(ref reader))
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("cached_tokens"u8))
            {
                cached = Count(ref reader);
            }
            else if (reader.ValueTextEquals("cache_write_tokens"u8))
            {
                cacheWrite = Count(ref reader);
            }
            else if (reader.ValueTextEquals("reasoning_tokens"u8))
            {
                reasoning = Count(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static long? Count(ref Utf8JsonReader reader)
    {
        var text = JsonValues.String(ref reader);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
