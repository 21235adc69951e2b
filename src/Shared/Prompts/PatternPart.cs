namespace TypedLlm.Prompts;

/// <summary>Finds the parts of a pattern of dates or times: a letter as often as it is repeated, a text in quotes, an escape.</summary>
internal static class PatternPart
{
    /// <summary>The length of the part that begins at an index, 0 if it is broken.</summary>
    public static int LengthOf(string pattern, int start)
    {
        switch (pattern[start])
        {
            case '\'' or '"':
                return LengthOfQuote(pattern, start);
            case '\\':
                return start + 1 < pattern.Length ? 2 : 0;
            case '%':
                return start + 1 < pattern.Length && pattern[start + 1] != '%' ? 2 : 0;
            default:
                var end = start + 1;
                while (end < pattern.Length && pattern[end] == pattern[start])
                {
                    end++;
                }

                return end - start;
        }
    }

    private static int LengthOfQuote(string pattern, int start)
    {
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == pattern[start])
            {
                return i - start + 1;
            }

            // Inside quotes a backslash escapes what follows.
            if (pattern[i] == '\\')
            {
                i++;
            }
        }

        return 0;
    }
}
