namespace TypedLlm.Prompts;

/// <summary>Finds what could be read as a delimiter of an untrusted section: <c>&lt;untrusted</c>, <c>&lt;/untrusted</c>, any case, spaces tolerated.</summary>
internal static class UntrustedText
{
    private const string Name = "untrusted";

    public static int IndexOfDelimiter(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (true)
        {
            var bracket = text[from..].IndexOf('<');
            if (bracket < 0)
            {
                return -1;
            }

            from += bracket + 1;
            if (StartsWithName(text[from..]))
            {
                return from - 1;
            }
        }
    }

    private static bool StartsWithName(ReadOnlySpan<char> text)
    {
        // A run of spaces after each bracket must not make the search quadratic.
        const int MostSpaces = 16;
        var skipped = 0;
        while (skipped < text.Length && skipped < MostSpaces && (text[skipped] == '/' || char.IsWhiteSpace(text[skipped])))
        {
            skipped++;
        }

        return text[skipped..].StartsWith(Name, StringComparison.OrdinalIgnoreCase);
    }
}
