using System.Buffers;
using System.Globalization;
using System.Text;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Texts that may not be whole.</summary>
internal static class PartialText
{
    private const int UnicodeEscape = 6;

    /// <summary>How much of a growing string is certain: no part of an escape, of a character or of a surrogate pair.</summary>
    /// <param name="content">The string behind its quote.</param>
    /// <param name="escape">Where the last escape begins; less than 0 if there is none.</param>
    /// <param name="escapeBefore">Where the one before begins; less than 0 if there is none.</param>
    /// <param name="isEscaped">Whether the last byte is the backslash of an escape.</param>
    public static int ReadableLength(ReadOnlySpan<byte> content, int escape, int escapeBefore, bool isEscaped)
    {
        if (isEscaped)
        {
            return EndsPair(content, escapeBefore, escape) ? escapeBefore : escape;
        }

        if (escape >= 0 && content[escape + 1] == (byte)'u')
        {
            if (content.Length < escape + UnicodeEscape)
            {
                return EndsPair(content, escapeBefore, escape) ? escapeBefore : escape;
            }

            if (content.Length == escape + UnicodeEscape && IsHighSurrogate(content, escape))
            {
                return escape;
            }
        }

        return content.Length - UnfinishedBytes(content);
    }

    /// <summary>Whether a name with escapes is the given one.</summary>
    public static bool IsEscaped(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8Name)
    {
        Span<byte> quoted = name.Length <= 254 ? stackalloc byte[name.Length + 2] : new byte[name.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        name.CopyTo(quoted[1..]);
        return JsonStrings.TryDecode(quoted, out var text) && text == Encoding.UTF8.GetString(utf8Name);
    }

    /// <summary>Decodes a string that has its first quote and may have its last. What is no text ends it, so that nothing that was shown goes away.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (isWhole && JsonStrings.TryDecode(bytes, out var whole))
        {
            return whole;
        }

        var content = isWhole ? bytes[1..^1] : bytes[1..];
        return DecodeContent(content) ?? DecodeContent(content[..TextLength(content)])!;
    }

    private static string? DecodeContent(ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        rented[0] = rented[length - 1] = (byte)'"';
        content.CopyTo(rented.AsSpan(1));
        var isText = JsonStrings.TryDecode(rented.AsSpan(0, length), out var text);
        ArrayPool<byte>.Shared.Return(rented);
        return isText ? text : null;
    }

    /// <summary>How much of a string stands before the first byte that is no part of one.</summary>
    private static int TextLength(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (at < content.Length && LengthOfCharacter(content[at..]) is > 0 and var length)
        {
            at += length;
        }

        return at;
    }

    private static int LengthOfCharacter(ReadOnlySpan<byte> content) => content[0] switch
    {
        (byte)'\\' => LengthOfEscape(content),
        (byte)'"' or < (byte)' ' => 0,
        _ => Rune.DecodeFromUtf8(content, out _, out var length) == OperationStatus.Done ? length : 0,
    };

    private static int LengthOfEscape(ReadOnlySpan<byte> content)
    {
        if (!TryReadUnit(content, out var unit))
        {
            return content.Length > 1 && "\"\\/bfnrt"u8.Contains(content[1]) ? 2 : 0;
        }

        if (!char.IsSurrogate(unit))
        {
            return UnicodeEscape;
        }

        return char.IsHighSurrogate(unit) && TryReadUnit(content[UnicodeEscape..], out var second) && char.IsLowSurrogate(second) ? 2 * UnicodeEscape : 0;
    }

    /// <summary>Whether the first half of a pair stands directly before an escape that is not whole.</summary>
    private static bool EndsPair(ReadOnlySpan<byte> content, int first, int second) =>
        first >= 0 && first + UnicodeEscape == second && IsHighSurrogate(content, first);

    private static bool IsHighSurrogate(ReadOnlySpan<byte> content, int escape) => TryReadUnit(content[escape..], out var unit) && char.IsHighSurrogate(unit);

    private static bool TryReadUnit(ReadOnlySpan<byte> content, out char unit)
    {
        var value = (ushort)0;
        var isUnit = content.Length >= UnicodeEscape
            && content.StartsWith("\\u"u8)
            && ushort.TryParse(content.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        unit = (char)value;
        return isUnit;
    }

    /// <summary>The bytes at the end that are part of a character whose rest is missing.</summary>
    private static int UnfinishedBytes(ReadOnlySpan<byte> content)
    {
        for (var back = 1; back <= Math.Min(3, content.Length); back++)
        {
            var lead = content[^back];
            if (lead >= 0xC0)
            {
                var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (lead < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}
