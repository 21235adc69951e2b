using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TypedLlm.Streaming;

/// <summary>Reads JSON strings from bytes.</summary>
internal static class JsonStrings
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);

    /// <summary>The first quote, backslash or control character.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<byte> json) => json.IndexOfAny(Special);

    /// <summary>Decodes a string that still has its quotes; false if it is not text (half a surrogate pair, not UTF-8).</summary>
    public static bool TryDecode(ReadOnlySpan<byte> quoted, [NotNullWhen(true)] out string? text)
    {
        if (!quoted.Contains((byte)'\\'))
        {
            var inside = quoted[1..^1];
            text = Utf8.IsValid(inside) ? Encoding.UTF8.GetString(inside) : null;
            return text is not null;
        }

        try
        {
            var reader = new Utf8JsonReader(quoted);
            text = reader.Read() ? reader.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            text = null;
        }

        return text is not null;
    }
}
