using System.Text;

namespace TypedLlm.Simulator;

/// <summary>
/// Splits text into pieces about the size of a token: a word with the space before it, cut after six letters; up to three
/// digits; or one other character. Joined, the pieces are the text again. Usage counts these pieces.
/// </summary>
internal static class TokenSplitter
{
    private const int LettersPerPiece = 6;
    private const int DigitsPerPiece = 3;

    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = PieceLength(text.AsSpan(start));
            yield return text.Substring(start, length);
            start += length;
        }
    }

    public static int Count(string text)
    {
        var count = 0;
        for (var start = 0; start < text.Length; start += PieceLength(text.AsSpan(start)))
        {
            count++;
        }

        return count;
    }

    private static int PieceLength(ReadOnlySpan<char> text)
    {
        var space = text is [' ', not ' ', ..] ? 1 : 0;
        var rest = text[space..];
        var letters = Run(rest, char.IsLetter, LettersPerPiece);
        if (letters > 0)
        {
            return space + letters;
        }

        var digits = Run(rest, char.IsAsciiDigit, DigitsPerPiece);
        if (digits > 0)
        {
            return space + digits;
        }

        // A surrogate pair stays whole: half a character cannot be written as UTF-8.
        Rune.DecodeFromUtf16(rest, out _, out var other);
        return space + other;
    }

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs, int limit)
    {
        var length = 0;
        while (length < text.Length && length < limit && belongs(text[length]))
        {
            length++;
        }

        return length;
    }
}
