using System.Globalization;

namespace TypedLlm.Answers;

/// <summary>Dates and times of day as JSON schemas have them.</summary>
internal static class IsoTimes
{
    private static readonly string[] TimeFormats = ["HH':'mm':'ss.FFFFFFF", "HH':'mm"];

    public static bool TryReadDate(ReadOnlySpan<char> text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>The schema's format <c>time</c> asks for an offset, which a time of day cannot keep: the time is taken as it is written.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, out TimeOnly value) =>
        TimeOnly.TryParseExact(WithoutOffset(text), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

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
