using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>Reads a regular expression of characters, classes, groups, alternatives and counts. What looks around or back is not known.</summary>
internal sealed class PatternReader
{
    private const int MaxGroups = 50;

    private readonly string _pattern;
    private int _at;
    private int _groups;

    private PatternReader(string pattern) => _pattern = pattern;

    private char Current => _at < _pattern.Length ? _pattern[_at] : '\0';

    /// <exception cref="NotSupportedException">The pattern has something that is not known.</exception>
    public static PatternNode Read(string pattern)
    {
        var reader = new PatternReader(pattern);
        var node = reader.Alternatives();
        return reader._at == pattern.Length ? node : throw new NotSupportedException();
    }

    private PatternNode Alternatives()
    {
        var choices = new List<PatternNode> { Sequence() };
        while (Skip('|'))
        {
            choices.Add(Sequence());
        }

        return choices is [var only] ? only : new PatternNode.Alternatives(choices);
    }

    private PatternNode.Sequence Sequence()
    {
        var parts = new List<PatternNode>();
        while (_at < _pattern.Length && Current is not ('|' or ')'))
        {
            parts.Add(Quantified(Atom()));
        }

        return new PatternNode.Sequence(parts);
    }

    private PatternNode Atom()
    {
        var character = _pattern[_at++];
        return character switch
        {
            '^' or '$' => new PatternNode.Sequence([]),
            '.' => new PatternNode.Characters([('\n', '\n'), ('\r', '\r')], IsNegated: true),
            '[' => Class(),
            '(' => Group(),
            '\\' when Current is 'b' => Nothing(),
            '\\' => PatternEscape.Read(_pattern, ref _at),
            '*' or '+' or '?' => throw new NotSupportedException(),
            _ => PatternEscape.Literal(character),
        };
    }

    private PatternNode.Sequence Nothing()
    {
        _at++;
        return new PatternNode.Sequence([]);
    }

    private PatternNode Group()
    {
        if (++_groups > MaxGroups || (Skip('?') && !Skip(':')))
        {
            throw new NotSupportedException();
        }

        var inner = Alternatives();
        _groups--;
        return Skip(')') ? inner : throw new NotSupportedException();
    }

    private PatternNode.Characters Class()
    {
        var isNegated = Skip('^');
        var ranges = new List<(char Low, char High)>();
        while (!Skip(']'))
        {
            var from = ClassPart();
            if (from.Ranges is [var (low, end)] && low == end && Current == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
            {
                _at++;
                ranges.Add(ClassPart() is { Ranges: [var (high, last)], IsNegated: false } && high == last ? (low, high) : throw new NotSupportedException());
            }
            else
            {
                ranges.AddRange(from.IsNegated ? PatternEscape.Invert(from.Ranges) : from.Ranges);
            }
        }

        return new PatternNode.Characters(ranges, isNegated);
    }

    private PatternNode.Characters ClassPart()
    {
        if (_at >= _pattern.Length)
        {
            throw new NotSupportedException();
        }

        return _pattern[_at++] is var character && character == '\\' ? PatternEscape.Read(_pattern, ref _at) : PatternEscape.Literal(character);
    }

    private PatternNode Quantified(PatternNode part)
    {
        (int Least, int? Most)? counts = Current switch
        {
            '?' => (0, 1),
            '*' => (0, null),
            '+' => (1, null),
            '{' => Counts(),
            _ => null,
        };
        if (counts is not { } given)
        {
            return part;
        }

        _at++;
        Skip('?');
        return new PatternNode.Repeat(part, given.Least, given.Most);
    }

    /// <summary>Reads up to the closing brace; without counts in it, the brace is a character like any other.</summary>
    private (int Least, int? Most)? Counts()
    {
        var end = _pattern.IndexOf('}', _at);
        (int, int?)? counts = (end < 0 ? [] : _pattern[(_at + 1)..end].Split(',')) switch
        {
            [var only] when Number(only) is { } count => (count, count),
            [var least, ""] when Number(least) is { } count => (count, null),
            [var least, var most] when (Number(least), Number(most)) is ({ } low, { } high) => low <= high ? (low, high) : throw new NotSupportedException(),
            _ => null,
        };
        _at = counts is null ? _at : end;
        return counts;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool Skip(char expected)
    {
        var isThere = _at < _pattern.Length && _pattern[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }
}
