using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using TypedLlm.Transports;

namespace TypedLlm.Prompts;

/// <summary>Appends JSON to a buffer, text straight from UTF-16 to escaped UTF-8.</summary>
internal static class JsonWriting
{
    private const string Special =
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<char> MustBeEscaped = SearchValues.Create(Special);
    private static readonly SearchValues<char> BracketOrMustBeEscaped = SearchValues.Create(Special + "<");

    public static void Raw(this PooledBuffer buffer, ReadOnlySpan<byte> json)
    {
        buffer.Reserve(json.Length);
        json.CopyTo(buffer.FreeSpan);
        buffer.Advance(json.Length);
    }

    /// <summary>Writes the inside of a JSON string. A surrogate without its partner becomes U+FFFD.</summary>
    public static void Escaped(this PooledBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = PieceLength(text);
            buffer.EscapedPiece(text[..length]);
            text = text[length..];
        }
    }

    /// <summary>Writes the inside of a string of JSON that is itself text inside a JSON string; if asked to, without any <c>&lt;</c> in it.</summary>
    public static void EscapedTwice(this PooledBuffer buffer, ReadOnlySpan<char> text, bool escapeBrackets)
    {
        const int LongestEscape = 6;
        Span<byte> escape = stackalloc byte[LongestEscape];
        var special = escapeBrackets ? BracketOrMustBeEscaped : MustBeEscaped;
        int plain;
        while ((plain = text.IndexOfAny(special)) >= 0)
        {
            buffer.Escaped(text[..plain]);
            var length = Escape(text[plain], escape);
            foreach (var value in escape[..length])
            {
                buffer.Raw(value is (byte)'"' or (byte)'\\' ? [(byte)'\\', value] : [value]);
            }

            text = text[(plain + 1)..];
        }

        buffer.Escaped(text);
    }

    public static void Number<T>(this PooledBuffer buffer, T value)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 32;
        buffer.Reserve(Longest);
        value.TryFormat(buffer.FreeSpan, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    /// <summary>As much as has a bounded worst case, without cutting a surrogate pair.</summary>
    private static int PieceLength(ReadOnlySpan<char> text)
    {
        const int Longest = 1024;
        if (text.Length <= Longest)
        {
            return text.Length;
        }

        return char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
    }

    private static void EscapedPiece(this PooledBuffer buffer, ReadOnlySpan<char> text)
    {
        const int MostBytesOfCharacter = 6;
        buffer.Reserve(text.Length * MostBytesOfCharacter);
        var target = buffer.FreeSpan;
        var length = 0;
        while (true)
        {
            length += Ascii(ref text, target[length..]);
            var plain = text.IndexOfAny(MustBeEscaped);
            var end = plain < 0 ? text.Length : plain;
            Utf8.FromUtf16(text[..end], target[length..], out _, out var written);
            length += written;
            if (plain < 0)
            {
                break;
            }

            length += Escape(text[plain], target[length..]);
            text = text[(plain + 1)..];
        }

        buffer.Advance(length);
    }

    /// <summary>Takes ASCII eight characters at a time, escapes included, as far as it goes: most prompts are nothing else.</summary>
    private static int Ascii(ref ReadOnlySpan<char> text, Span<byte> target)
    {
        var (read, written) = (0, 0);
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        while (text.Length - read >= Vector128<ushort>.Count)
        {
            var units = Vector128.LoadUnsafe(ref source, (nuint)read);
            var special = Vector128.LessThan(units, Vector128.Create((ushort)' '))
                | Vector128.Equals(units, Vector128.Create((ushort)'"'))
                | Vector128.Equals(units, Vector128.Create((ushort)'\\'))
                | Vector128.GreaterThan(units, Vector128.Create((ushort)'~'));

            // Bytes behind a special character are overwritten by what follows; there is room, as six bytes were reserved for each character.
            Vector128.Narrow(units, units).GetLower().StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)written);
            var plain = special == Vector128<ushort>.Zero ? Vector128<ushort>.Count : BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            read += plain;
            written += plain;
            if (plain < Vector128<ushort>.Count)
            {
                if (text[read] > '~')
                {
                    break;
                }

                written += Escape(text[read++], target[written..]);
            }
        }

        text = text[read..];
        return written;
    }

    private static int Escape(char value, Span<byte> target)
    {
        target[0] = (byte)'\\';
        target[1] = value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        if (target[1] != 'u')
        {
            return 2;
        }

        target[2] = target[3] = (byte)'0';
        target[4] = HexDigit(value >> 4);
        target[5] = HexDigit(value & 0xF);
        return 6;
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
