using System.Text;
using System.Text.Json;

namespace TypedLlm.Transports;

/// <summary>
/// Reads errors in all the shapes they come in: an <c>error</c> object, an <c>error</c> string, the fields at the top level (as error events have them),
/// <c>detail</c>, HTML, text, cut off, or empty. Never throws; what cannot be read is missing.
/// </summary>
internal static class ErrorReader
{
    private const int LongestName = 128;
    private const int LongestMessage = 1024;

    /// <summary>Reads a whole body. Where it names no message, its beginning serves as one.</summary>
    public static ErrorFacts ReadBody(ReadOnlySpan<byte> body)
    {
        var facts = Read(body);
        return facts.Message is null && Excerpt(body) is { } excerpt ? facts with { Message = excerpt, MessageIsExcerpt = true } : facts;
    }

    /// <summary>Reads the fields of a JSON object; empty if it has none of them.</summary>
    public static ErrorFacts Read(ReadOnlySpan<byte> json)
    {
        var outer = default(ErrorFacts);
        var inner = default(ErrorFacts);

        // Not the final block: a body that was cut keeps what stands before the cut.
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadFields(ref reader, ref outer, ref inner, isNested: false);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was read before the fault is kept. The second is the reader's word for a name that is no text.
        }

        return inner.IsEmpty ? outer : inner;
    }

    private static void ReadFields(ref Utf8JsonReader reader, ref ErrorFacts fields, ref ErrorFacts inner, bool isNested)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("code"u8))
            {
                fields = fields with { Code = Scalar(ref reader, LongestName) };
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                var type = Scalar(ref reader, LongestName);
                fields = fields with { Type = type == "error" && !isNested ? null : type };
            }
            else if (reader.ValueTextEquals("param"u8))
            {
                fields = fields with { Param = Scalar(ref reader, LongestName) };
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                fields = fields with { Message = Scalar(ref reader, LongestMessage) };
            }
            else if (reader.ValueTextEquals("detail"u8))
            {
                fields = fields with { Message = fields.Message ?? Scalar(ref reader, LongestMessage) };
            }
            else if (!isNested && reader.ValueTextEquals("error"u8))
            {
                ReadError(ref reader, ref inner);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    private static void ReadError(ref Utf8JsonReader reader, ref ErrorFacts inner)
    {
        var value = reader;
        if (value.Read() && value.TokenType == JsonTokenType.StartObject)
        {
            reader = value;
            ReadFields(ref reader, ref inner, ref inner, isNested: true);
        }
        else
        {
            inner = inner with { Message = Scalar(ref reader, LongestMessage) };
        }
    }

    /// <summary>A string or a number as text; null for anything else, which is passed over.</summary>
    private static string? Scalar(ref Utf8JsonReader reader, int longest)
    {
        if (!reader.Read())
        {
            return null;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(reader, longest);
            case JsonTokenType.Number:
                return Bounded(Encoding.UTF8.GetString(reader.ValueSpan), longest);
            default:
                reader.TrySkip();
                return null;
        }
    }

    private static string? Text(in Utf8JsonReader reader, int longest)
    {
        try
        {
            return Bounded(reader.GetString()!, longest);
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8, or an escape that is half a surrogate pair.
            return null;
        }
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        if (reader.Read())
        {
            reader.TrySkip();
        }
    }

    private static string? Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestMessage)]).Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Bounded(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
