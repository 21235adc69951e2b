using System.Buffers;
using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;
using TypedLlm.Catalog;

namespace TypedLlm.CompilerServices;

/// <summary>Text, and what is written as text.</summary>
public ref partial struct AnswerReader
{
    /// <summary>Longer than any value that is not just text: each character may be escaped with six.</summary>
    private const int LongestValue = 64 * 6;

    /// <summary>Most texts of answers are this short and plain.</summary>
    private const int ShortText = 64;

    /// <summary>Reads text.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no text, or not Unicode.</exception>
    public readonly string ReadString()
    {
        Require(JsonTokenType.String, "text");
        var utf8 = _reader.ValueSpan;
        if (utf8.Length <= ShortText && !_reader.ValueIsEscaped)
        {
            Span<char> text = stackalloc char[ShortText];
            if (Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done)
            {
                return new string(text[..length]);
            }
        }

        return ReadAnyString();
    }

    /// <summary>Reads one character.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is not one character.</exception>
    public readonly char ReadChar()
    {
        Span<char> text = stackalloc char[LongestValue];
        return Copy(text, "one character") == 1 ? text[0] : throw Refuse("one character", "another text");
    }

    /// <summary>Reads one of some names.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The place of the name.</returns>
    /// <exception cref="AnswerException">The value is none of the names.</exception>
    public readonly int ReadName(AnswerNames names)
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected(Alternatives(names, nearest: null));
        }

        return Find(names, expected: 0) is >= 0 and var index ? index : throw UnknownName(Path(), names, "another text");
    }

    /// <summary>Reads a GUID.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no GUID.</exception>
    public readonly Guid ReadGuid()
    {
        const string Expected = "a UUID of 8-4-4-4-12 digits";
        Span<char> text = stackalloc char[LongestValue];
        return Guid.TryParseExact(text[..Copy(text, Expected)], "D", out var value) ? value : throw Refuse(Expected, "another text");
    }

    /// <summary>Reads an address, absolute or relative.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no address.</exception>
    public readonly Uri ReadUri() =>
        Uri.TryCreate(ReadString(), UriKind.RelativeOrAbsolute, out var value) ? value : throw Refuse("a URI", "another text");

    /// <summary>Reads a date with a time.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no date with a time.</exception>
    public readonly DateTime ReadDateTime()
    {
        const string Expected = "a date and time such as 2026-02-03T14:30:00Z";
        Span<char> text = stackalloc char[LongestValue];
        Copy(text, Expected);
        return _reader.TryGetDateTime(out var value) ? value : throw Refuse(Expected, "another text");
    }

    /// <summary>Reads a date with a time and an offset.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no date with a time and an offset.</exception>
    public readonly DateTimeOffset ReadDateTimeOffset()
    {
        const string Expected = "a date and time with its offset such as 2026-02-03T14:30:00+01:00";
        Span<char> text = stackalloc char[LongestValue];
        var length = Copy(text, Expected);

        // Without an offset it would be another moment on each machine.
        return HasOffset(text[..length]) && _reader.TryGetDateTimeOffset(out var value) ? value : throw Refuse(Expected, "another text");
    }

    /// <summary>Reads a date.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no date.</exception>
    public readonly DateOnly ReadDateOnly()
    {
        const string Expected = "a date such as 2026-02-03";
        Span<char> text = stackalloc char[LongestValue];
        return IsoTimes.TryReadDate(text[..Copy(text, Expected)], out var value) ? value : throw Refuse(Expected, "another text");
    }

    /// <summary>Reads a time of day.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no time of day.</exception>
    public readonly TimeOnly ReadTimeOnly()
    {
        const string Expected = "a time such as 14:30:00";
        Span<char> text = stackalloc char[LongestValue];
        return IsoTimes.TryReadTime(text[..Copy(text, Expected)], out var value) ? value : throw Refuse(Expected, "another text");
    }

    /// <summary>Reads a duration.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no duration.</exception>
    public readonly TimeSpan ReadTimeSpan()
    {
        const string Expected = "a duration such as P1DT2H30M, without years and months";
        Span<char> text = stackalloc char[LongestValue];
        return IsoDuration.TryRead(text[..Copy(text, Expected)], out var value) ? value : throw Refuse(Expected, "another text");
    }

    private static bool HasOffset(ReadOnlySpan<char> moment) => moment.IndexOf('T') is >= 0 and var time && moment[time..].ContainsAny('Z', '+', '-');

    private readonly string ReadAnyString()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refuse("text", "text that is not Unicode");
        }
    }

    /// <summary>Copies a short text.</summary>
    private readonly int Copy(Span<char> target, string expected)
    {
        Require(JsonTokenType.String, expected);
        if (_reader.ValueSpan.Length > LongestValue)
        {
            throw Refuse(expected, "a longer text");
        }

        try
        {
            return _reader.CopyString(target);
        }
        catch (InvalidOperationException)
        {
            throw Refuse(expected, "text that is not Unicode");
        }
    }

    private readonly AnswerException UnknownName(string path, AnswerNames names, string found)
    {
        string? nearest = null;
        if (_reader.ValueSpan.Length <= LongestValue)
        {
            nearest = NearestName.Find(Encoding.UTF8.GetString(_reader.ValueSpan), names.Names);
        }

        return Refuse(path, Alternatives(names, nearest), found);
    }

    private static string Alternatives(AnswerNames names, string? nearest)
    {
        const int MostShown = 20;
        var shown = string.Join(", ", names.Names.Take(MostShown)) + (names.Count > MostShown ? ", …" : "");
        return nearest is null ? $"one of {shown}" : $"one of {shown} (nearest: {nearest})";
    }
}
