using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedLlm.Simulator;

/// <summary>
/// A text that matches a regular expression of characters, classes, groups, alternatives and counts; what looks around or back is
/// not known, and then there is none.
/// </summary>
internal sealed class PatternSample
{
    private const int MaxRepeats = 3;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string WordCharacters = $"{Letters}{Digits}_";
    private const string Printable = $"{WordCharacters} !#$%&'()*+,-./:;<=>?@[]^`{{|}}~";
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);

    private readonly string _pattern;
    private readonly Random _random;
    private int _at;

    private PatternSample(string pattern, Random random)
    {
        _pattern = pattern;
        _random = random;
    }

    private char Current => _at < _pattern.Length ? _pattern[_at] : '\0';

    public static bool TryWrite(string pattern, Random random, [NotNullWhen(true)] out string? text)
    {
        try
        {
            var sample = new PatternSample(pattern, random);
            text = sample.Alternatives();
            return sample._at == pattern.Length && Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, MatchLimit);
        }
        catch (Exception unknown) when (unknown is NotSupportedException or ArgumentException or RegexMatchTimeoutException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Writes every alternative and takes one, which keeps the place in the pattern right.</summary>
    private string Alternatives()
    {
        var written = new List<string> { Sequence() };
        while (Current == '|')
        {
            _at++;
            written.Add(Sequence());
        }

        return written[_random.Next(written.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && Current is not ('|' or ')'))
        {
            var start = _at;
            var piece = Atom();
            var (least, most) = Quantifier();
            var after = _at;
            for (var left = _random.Next(least, most + 1); left > 0; left--)
            {
                text.Append(piece);
                _at = start;
                piece = Atom();
            }

            _at = after;
        }

        return text.ToString();
    }

    private string Atom()
    {
        var character = _pattern[_at++];
        return character switch
        {
            '^' or '$' => "",
            '.' => Pick(WordCharacters),
            '[' => Class(),
            '(' => Group(),
            '\\' => Escaped(),
            '*' or '+' or '?' or '{' => throw new NotSupportedException(),
            _ => character.ToString(),
        };
    }

    private string Group()
    {
        if (Current == '?')
        {
            _at++;
            _ = Current == ':' ? _at++ : throw new NotSupportedException();
        }

        var text = Alternatives();
        _ = Current == ')' ? _at++ : throw new NotSupportedException();
        return text;
    }

    private string Escaped()
    {
        var character = Current;
        _at++;
        return character switch
        {
            'd' or 'w' or 's' or 'D' or 'W' or 'S' => Pick(Set(character)),
            't' => "\t",
            'n' => "\n",
            'r' => "\r",
            'b' => "",
            _ when char.IsAsciiLetterOrDigit(character) => throw new NotSupportedException(),
            _ => character.ToString(),
        };
    }

    private string Class()
    {
        var isNegated = Current == '^';
        _at += isNegated ? 1 : 0;
        var allowed = new StringBuilder();
        while (Current != ']')
        {
            var from = ClassCharacter(allowed);
            if (from is { } low && Current == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
            {
                _at++;
                var high = ClassCharacter(allowed) ?? throw new NotSupportedException();
                for (var next = low; next <= high; next++)
                {
                    allowed.Append(next);
                }
            }
            else if (from is { } single)
            {
                allowed.Append(single);
            }
        }

        _at++;
        var characters = allowed.ToString();
        return Pick(isNegated ? string.Concat(Printable.Where(character => !characters.Contains(character, StringComparison.Ordinal))) : characters);
    }

    /// <summary>The next character of a class; none if it is a set, which is appended.</summary>
    private char? ClassCharacter(StringBuilder allowed)
    {
        if (_at >= _pattern.Length)
        {
            throw new NotSupportedException();
        }

        var character = _pattern[_at++];
        if (character != '\\')
        {
            return character;
        }

        character = Current;
        _at++;
        switch (character)
        {
            case 'd' or 'w' or 's' or 'D' or 'W' or 'S':
                allowed.Append(Set(character));
                return null;
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            default:
                return char.IsAsciiLetterOrDigit(character) ? throw new NotSupportedException() : character;
        }
    }

    private (int Least, int Most) Quantifier()
    {
        switch (Current)
        {
            case '?':
                _at++;
                return Lazy((0, 1));
            case '*':
                _at++;
                return Lazy((0, MaxRepeats));
            case '+':
                _at++;
                return Lazy((1, MaxRepeats));
            case '{':
                var end = _pattern.IndexOf('}', _at);
                var counts = end < 0 ? throw new NotSupportedException() : _pattern[(_at + 1)..end].Split(',');
                _at = end + 1;
                return Lazy(counts switch
                {
                    [var only] => (Number(only), Number(only)),
                    [var least, ""] => (Number(least), Number(least) + MaxRepeats),
                    [var least, var most] => (Number(least), Number(most)),
                    _ => throw new NotSupportedException(),
                });
            default:
                return (1, 1);
        }
    }

    private (int Least, int Most) Lazy((int, int) counts)
    {
        _at += Current == '?' ? 1 : 0;
        return counts;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000
            ? number
            : throw new NotSupportedException();

    private static string Set(char letter) => letter switch
    {
        'd' => Digits,
        'w' => WordCharacters,
        's' => " ",
        'D' => Letters,
        'W' => " -.",
        _ => WordCharacters,
    };

    private string Pick(string from) => from.Length > 0 ? from[_random.Next(from.Length)].ToString() : throw new NotSupportedException();
}
