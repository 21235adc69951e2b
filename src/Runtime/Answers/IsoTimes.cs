using System.Globalization;

namespace TypedLlm.TypedAnswers;

/// <summary>Dates and times of day as JSON schemas have them.</summary>
internal static class IsoTimes
{
    private static readonly string[] TimeFormats = ["HH':'mm':'ss.FFFFFFF", "HH':'mm"];

    public static bool TryReadDate(ReadOnlySpan<char> text, out DateOnly value)
    {
        value = default;
        if (text is not [_, _, _, _, '-', _, _, '-', _, _]
            || !TryReadDigits(text[..4], out var year)
            || !TryReadDigits(text[5..7], out var month)
            || !TryReadDigits(text[8..], out var day)
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The schema's format <c>time</c> asks for an offset, which a time of day cannot keep: the time is taken as it is written.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, out TimeOnly value) =>
        TimeOnly.TryParseExact(WithoutOffset(text), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            number = (number * 10) + (character - '0');
        }

        return true;
    }

    private static ReadOnlySpan<char> WithoutOffset(ReadOnlySpan<char> text)
    {
        const int OffsetLength = 6;
        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase))
        {
            return text[..^1];
        }

        var start = text.Length - OffsetLength;
        return start > 0
            && text[start] is '+' or '-'
            && TimeOnly.TryParseExact(text[(start + 1)..], "HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text[..start]
            : text;
    }
}
