using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The characters that an escape in a regular expression stands for.</summary>
internal static class PatternEscape
{
    private static readonly (char, char)[] Digits = [('0', '9')];
    private static readonly (char, char)[] Word = [('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')];
    private static readonly (char, char)[] Space = [(' ', ' '), ('\t', '\r'), ('\u00a0', '\u00a0'), ('\u2028', '\u2029'), ('\ufeff', '\ufeff')];

    public static PatternNode.Characters Literal(char character) => new([(character, character)], IsNegated: false);

    /// <summary>Reads what follows a backslash.</summary>
    /// <exception cref="NotSupportedException">The escape is not known.</exception>
    public static PatternNode.Characters Read(string pattern, ref int at)
    {
        var letter = at < pattern.Length ? pattern[at++] : throw new NotSupportedException();
        return letter switch
        {
            'd' or 'D' => new(Digits, letter is 'D'),
            'w' or 'W' => new(Word, letter is 'W'),
            's' or 'S' => new(Space, letter is 'S'),
            't' => Literal('\t'),
            'n' => Literal('\n'),
            'r' => Literal('\r'),
            'f' => Literal('\f'),
            'v' => Literal('\v'),
            'x' => Literal(Code(pattern, ref at, 2)),
            'u' => Literal(Code(pattern, ref at, 4)),
            _ when char.IsAsciiLetterOrDigit(letter) => throw new NotSupportedException(),
            _ => Literal(letter),
        };
    }

    /// <summary>All characters that are in none of the ranges.</summary>
    public static IEnumerable<(char Low, char High)> Invert(IEnumerable<(char Low, char High)> ranges)
    {
        var next = 0;
        foreach (var (low, high) in ranges.OrderBy(range => range.Low))
        {
            if (next < low)
            {
                yield return ((char)next, (char)(low - 1));
            }

            next = Math.Max(next, high + 1);
        }

        if (next <= char.MaxValue)
        {
            yield return ((char)next, char.MaxValue);
        }
    }

    private static char Code(string pattern, ref int at, int digits)
    {
        var end = at + digits;
        var text = end <= pattern.Length ? pattern[at..end] : "";
        at = end;
        return ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw new NotSupportedException();
    }
}
