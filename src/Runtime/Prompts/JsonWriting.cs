using System.Buffers;
using System.Text.Unicode;
using TypedLlm.Transports;

namespace TypedLlm.Prompts;

/// <summary>Appends JSON to a buffer, text straight from UTF-16 to escaped UTF-8.</summary>
internal static class JsonWriting
{
    private static readonly SearchValues<char> MustBeEscaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    public static void Raw(this PooledBuffer buffer, ReadOnlySpan<byte> json)
    {
        buffer.Reserve(json.Length);
        json.CopyTo(buffer.Free.Span);
        buffer.Advance(json.Length);
    }

    /// <summary>Writes the inside of a JSON string. A surrogate without its partner becomes U+FFFD.</summary>
    public static void Escaped(this PooledBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(MustBeEscaped);
            if (plain < 0)
            {
                buffer.Plain(text);
                return;
            }

            buffer.Plain(text[..plain]);
            buffer.Escape(text[plain]);
            text = text[(plain + 1)..];
        }
    }

    public static void Number<T>(this PooledBuffer buffer, T value)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 32;
        buffer.Reserve(Longest);
        value.TryFormat(buffer.Free.Span, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    private static void Plain(this PooledBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // One byte per character is right for most text; what needs more comes round again.
            buffer.Reserve(Math.Max(text.Length, 4));
            Utf8.FromUtf16(text, buffer.Free.Span, out var read, out var written, replaceInvalidSequences: true, isFinalBlock: true);
            buffer.Advance(written);
            text = text[read..];
        }
    }

    private static void Escape(this PooledBuffer buffer, char value)
    {
        switch (value)
        {
            case '"':
                buffer.Raw("\\\""u8);
                break;
            case '\\':
                buffer.Raw("\\\\"u8);
                break;
            case '\n':
                buffer.Raw("\\n"u8);
                break;
            case '\r':
                buffer.Raw("\\r"u8);
                break;
            case '\t':
                buffer.Raw("\\t"u8);
                break;
            default:
                buffer.Raw("\\u00"u8);
                buffer.Raw([HexDigit(value >> 4), HexDigit(value & 0xF)]);
                break;
        }
    }

    private static byte HexDigit(int value) => "0123456789abcdef"u8[value];

    private static void Reserve(this PooledBuffer buffer, int count)
    {
        if (!buffer.TryReserve(count))
        {
            throw new PromptTooLargeException(RequestBody.MaxBytes);
        }
    }
}
