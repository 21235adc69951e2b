namespace TypedLlm.Prompts;

/// <summary>Judges patterns like <c>d\.hh\:mm</c>, in which only letters of a part, quotes and escapes may stand.</summary>
internal static class TimeSpanPattern
{
    public static bool IsRefused(string pattern)
    {
        for (var i = 0; i < pattern.Length;)
        {
            var length = PatternPart.LengthOf(pattern, i);
            if (length == 0 || length > MostOf(pattern[i]) || (pattern[i] == '%' && IsRefused(pattern.Substring(i + 1, 1))))
            {
                return true;
            }

            i += length;
        }

        return false;
    }

    private static int MostOf(char letter) => letter switch
    {
        'd' => 8,
        'h' or 'm' or 's' => 2,
        'f' or 'F' => 7,
        '\'' or '"' or '\\' or '%' => int.MaxValue,
        _ => 0,
    };
}
