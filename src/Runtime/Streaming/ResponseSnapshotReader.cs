using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TypedLlm.Transports;

namespace TypedLlm.Streaming;

/// <summary>
/// Reads a response object in any order of properties. Items and parts of kinds that a text answer does not show are passed over, as is every
/// property that is not needed.
/// </summary>
internal static class ResponseSnapshotReader
{
    /// <summary>Reads a whole response; false if it is not a JSON object or not text. Never throws.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out ResponseSnapshot? snapshot)
    {
        snapshot = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var read = Response(ref reader, json);

                // Throws if anything follows the object.
                reader.Read();
                snapshot = read;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is the reader's word for a string that is no text.
            return false;
        }

        return snapshot is not null;
    }

    private static ResponseSnapshot Response(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        string? id = null, model = null, tier = null, reason = null;
        ErrorFacts error = default;
        var status = ResponseStatus.Unknown;
        var hasOutput = false;
        LlmUsage? usage = null;
        TextParts text = default, refusal = default;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = JsonValues.String(ref reader);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                model = JsonValues.String(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = Status(ref reader);
            }
            else if (reader.ValueTextEquals("service_tier"u8))
            {
                tier = JsonValues.String(ref reader);
            }
            else if (reader.ValueTextEquals("incomplete_details"u8))
            {
                IncompleteDetails(ref reader, ref reason);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                error = ErrorReader.Read(JsonValues.Raw(ref reader, json));
            }
            else if (reader.ValueTextEquals("output"u8))
            {
                hasOutput = Output(ref reader, ref text, ref refusal);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                usage = UsageReader.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ResponseSnapshot
        {
            Id = id,
            Model = model ?? "",
            Status = status,
            IncompleteReason = reason,
            HasOutput = hasOutput,
            Text = text.ToString() ?? "",
            Refusal = refusal.ToString(),
            Usage = usage,
            ServiceTier = tier,
            ErrorCode = error.Code,
            ErrorMessage = error.Message,
        };
    }

    private static ResponseStatus Status(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return ResponseStatus.Unknown;
        }

        return reader.ValueTextEquals("completed"u8) ? ResponseStatus.Completed
            : reader.ValueTextEquals("incomplete"u8) ? ResponseStatus.Incomplete
            : reader.ValueTextEquals("failed"u8) ? ResponseStatus.Failed
            : reader.ValueTextEquals("cancelled"u8) ? ResponseStatus.Cancelled
            : reader.ValueTextEquals("in_progress"u8) ? ResponseStatus.InProgress
            : reader.ValueTextEquals("queued"u8) ? ResponseStatus.Queued
            : ResponseStatus.Unknown;
    }

    private static void IncompleteDetails(ref Utf8JsonReader reader, ref string? reason)
    {
        if (!JsonValues.IsObject(ref reader))
        {
            return;
        }

        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("reason"u8))
            {
                reason = JsonValues.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static bool Output(ref Utf8JsonReader reader, ref TextParts text, ref TextParts refusal)
    {
        if (!JsonValues.IsArray(ref reader))
        {
            return false;
        }

        while (JsonValues.NextObject(ref reader))
        {
            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("content"u8) && JsonValues.IsArray(ref reader))
                {
                    while (JsonValues.NextObject(ref reader))
                    {
                        Part(ref reader, ref text, ref refusal);
                    }
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return true;
    }

    /// <summary>The type of a part may stand behind its text, so the text is decoded only at the end.</summary>
    private static void Part(ref Utf8JsonReader reader, ref TextParts text, ref TextParts refusal)
    {
        var isText = false;
        var isRefusal = false;
        Utf8JsonReader content = default;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                isText = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("output_text"u8);
                isRefusal = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("refusal"u8);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("refusal"u8))
            {
                reader.Read();
                content = reader;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        if (content.TokenType != JsonTokenType.String)
        {
            return;
        }

        if (isText)
        {
            text.Add(content.GetString()!);
        }
        else if (isRefusal)
        {
            refusal.Add(content.GetString()!);
        }
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
}
