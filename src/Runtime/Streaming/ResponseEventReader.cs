using System.Text;
using System.Text.Json;

namespace TypedLlm.Streaming;

/// <summary>
/// Tells what an event is and where its content stands, without making strings. Nearly all events of a stream are text deltas in one order of
/// properties, which is found by comparing bytes; any other order, and any other event, is read as JSON.
/// </summary>
internal sealed class ResponseEventReader
{
    private const byte Quote = (byte)'"';

    // What stands between number and text is the same for all deltas of a part, so it is compared with the last one's before it is read.
    private readonly byte[] _address = new byte[256];
    private int _addressLength;

    /// <summary>Reads one event. Never throws: what cannot be read is <see cref="ResponseEventKind.Damaged"/>.</summary>
    public ResponseEvent Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        if (TryReadUsualDelta(data, out var delta))
        {
            return delta;
        }

        if (data.SequenceEqual("[DONE]"u8))
        {
            return new ResponseEvent { Kind = ResponseEventKind.EndMarker };
        }

        try
        {
            return ReadAnyOrder(name, data);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new ResponseEvent { Kind = ResponseEventKind.Damaged };
        }
    }

    /// <summary><c>{"type":"response.output_text.delta","sequence_number":4,"item_id":"…","output_index":0,"content_index":0,"delta":"…","logprobs":[],"obfuscation":"…"}</c></summary>
    private bool TryReadUsualDelta(ReadOnlySpan<byte> data, out ResponseEvent delta)
    {
        delta = default;
        var rest = data;
        if (!TrySkip(ref rest, "{\"type\":\"response.output_text.delta\",\"sequence_number\":"u8)
            || !TryReadNumber(ref rest, out var sequenceNumber)
            || !TryReadAddress(ref rest)
            || !TryReadString(ref rest, out var json))
        {
            return false;
        }

        TrySkip(ref rest, ",\"logprobs\":[]"u8);
        if ((TrySkip(ref rest, ",\"obfuscation\":"u8) && !TryReadPlainString(ref rest)) || rest is not [(byte)'}'])
        {
            return false;
        }

        delta = new ResponseEvent
        {
            Kind = json.Length > 2 ? ResponseEventKind.Text : ResponseEventKind.Other,
            SequenceNumber = sequenceNumber,
            Json = json,
        };
        return true;
    }

    private bool TryReadAddress(scoped ref ReadOnlySpan<byte> rest)
    {
        if (_addressLength > 0 && TrySkip(ref rest, _address.AsSpan(0, _addressLength)))
        {
            return true;
        }

        var start = rest;
        if (!TrySkip(ref rest, ",\"item_id\":"u8)
            || !TryReadPlainString(ref rest)
            || !TrySkip(ref rest, ",\"output_index\":"u8)
            || !TryReadNumber(ref rest, out _)
            || !TrySkip(ref rest, ",\"content_index\":"u8)
            || !TryReadNumber(ref rest, out _)
            || !TrySkip(ref rest, ",\"delta\":"u8))
        {
            return false;
        }

        var address = start[..^rest.Length];
        _addressLength = address.TryCopyTo(_address) ? address.Length : 0;
        return true;
    }

    private static bool TrySkip(scoped ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected))
        {
            return false;
        }

        rest = rest[expected.Length..];
        return true;
    }

    private static bool TryReadNumber(scoped ref ReadOnlySpan<byte> rest, out long number)
    {
        const int MostDigits = 18;
        number = 0;
        var length = 0;
        while (length < rest.Length && length < MostDigits && rest[length] is >= (byte)'0' and <= (byte)'9')
        {
            number = (number * 10) + (rest[length++] - '0');
        }

        var isCanonical = length == 1 || (length > 1 && rest[0] != '0');
        rest = rest[length..];
        return isCanonical;
    }

    private static bool TryReadPlainString(scoped ref ReadOnlySpan<byte> rest) =>
        TryReadString(ref rest, out var json) && !json.Contains((byte)'\\');

    /// <summary>Takes a string with its quotes. Escapes are left to whoever decodes it; a bare control character is no JSON.</summary>
    private static bool TryReadString(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (rest.IsEmpty || rest[0] != Quote)
        {
            return false;
        }

        var end = 1;
        while (true)
        {
            var next = JsonStrings.IndexOfSpecial(rest[end..]);
            if (next < 0)
            {
                return false;
            }

            end += next;
            switch (rest[end])
            {
                case Quote:
                    json = rest[..(end + 1)];
                    rest = rest[(end + 1)..];
                    return true;
                case (byte)'\\' when end + 2 <= rest.Length:
                    end += 2;
                    break;
                default:
                    return false;
            }
        }
    }

    private static ResponseEvent ReadAnyOrder(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        var type = default(Utf8JsonReader);
        long? sequenceNumber = null;
        var hasError = false;
        ReadOnlySpan<byte> delta = default, response = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return new ResponseEvent { Kind = ResponseEventKind.Damaged };
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("sequence_number"u8))
            {
                reader.Read();
                sequenceNumber = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("delta"u8))
            {
                delta = JsonValues.Raw(ref reader, data);
            }
            else if (reader.ValueTextEquals("response"u8))
            {
                response = JsonValues.Raw(ref reader, data);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                hasError = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.String;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        // Throws if anything follows the object.
        reader.Read();
        var hasType = type.TokenType == JsonTokenType.String;
        var kind = hasType ? KindOf(Unescaped(type)) : KindOf(name);
        if (kind == ResponseEventKind.Other && hasError && !hasType)
        {
            // Gateways send errors without a type.
            kind = ResponseEventKind.Error;
        }

        return kind switch
        {
            ResponseEventKind.Error => new ResponseEvent { Kind = kind, SequenceNumber = sequenceNumber, Json = data },
            ResponseEventKind.Text or ResponseEventKind.Reasoning or ResponseEventKind.Refusal or ResponseEventKind.OtherContent =>
                new ResponseEvent { Kind = KindOfContent(kind, delta), SequenceNumber = sequenceNumber, Json = delta },
            _ => new ResponseEvent { Kind = kind, SequenceNumber = sequenceNumber, Json = response },
        };
    }

    private static ReadOnlySpan<byte> Unescaped(in Utf8JsonReader type) =>
        type.ValueIsEscaped ? Encoding.UTF8.GetBytes(type.GetString()!) : type.ValueSpan;

    private static ResponseEventKind KindOfContent(ResponseEventKind kind, ReadOnlySpan<byte> delta)
    {
        if (delta is [Quote, _, _, ..])
        {
            return kind;
        }

        var isEmpty = delta.SequenceEqual("\"\""u8) || delta.SequenceEqual("null"u8);
        return kind == ResponseEventKind.Text && !isEmpty ? ResponseEventKind.Damaged : ResponseEventKind.Other;
    }

    private static ResponseEventKind KindOf(ReadOnlySpan<byte> type)
    {
        if (type.EndsWith(".delta"u8))
        {
            return type.SequenceEqual("response.output_text.delta"u8) ? ResponseEventKind.Text
                : type.SequenceEqual("response.refusal.delta"u8) ? ResponseEventKind.Refusal
                : type.SequenceEqual("response.reasoning_summary_text.delta"u8) ? ResponseEventKind.Reasoning
                : type.SequenceEqual("response.reasoning_text.delta"u8) ? ResponseEventKind.Reasoning
                : ResponseEventKind.OtherContent;
        }

        return type.SequenceEqual("response.created"u8) ? ResponseEventKind.Begun
            : type.SequenceEqual("response.queued"u8) ? ResponseEventKind.Begun
            : type.SequenceEqual("response.in_progress"u8) ? ResponseEventKind.Begun
            : type.SequenceEqual("response.completed"u8) ? ResponseEventKind.Completed
            : type.SequenceEqual("response.incomplete"u8) ? ResponseEventKind.Incomplete
            : type.SequenceEqual("response.failed"u8) ? ResponseEventKind.Failed
            : type.SequenceEqual("error"u8) ? ResponseEventKind.Error
            : ResponseEventKind.Other;
    }
}
