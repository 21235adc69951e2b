namespace TypedLlm.Prompts;

/// <summary>Judges patterns like <c>yyyy-MM-dd HH:mm</c>.</summary>
internal static class DatePattern
{
    private const int MostFractionDigits = 7;

    /// <summary>Whether a part of the pattern is broken: a quote that is not closed, an escape of nothing, more fractions of a second than there are.</summary>
    public static bool IsRefused(string pattern)
    {
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            var length = PatternPart.LengthOf(pattern, i);
            if (length == 0 || (letter is 'f' or 'F' && length > MostFractionDigits) || (letter == '%' && IsRefused(pattern.Substring(i + 1, 1))))
            {
                return true;
            }

            i += length;
        }

        return false;
    }

    /// <summary>Whether the pattern names, outside of quotes and escapes, a part that the type does not have.</summary>
    public static bool Names(string pattern, string letters)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"':
                    // Unlike the formatting, the check that comes before it knows no escapes inside of quotes.
                    i = pattern.IndexOf(pattern[i], i + 1);
                    if (i < 0)
                    {
                        return true;
                    }

                    break;
                default:
                    if (letters.IndexOf(pattern[i]) >= 0)
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }
}
