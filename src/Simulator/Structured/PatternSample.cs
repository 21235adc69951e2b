using System.Text;
using System.Text.RegularExpressions;

namespace TypedLlm.Simulator;

/// <summary>Makes a text that matches a regular expression, as far as <see cref="PatternReader"/> knows its parts.</summary>
internal sealed class PatternSample
{
    /// <summary>How often something is repeated, beyond what it must be, where there is no end to it.</summary>
    private const int MoreRepeats = 2;

    private const int Attempts = 20;

    /// <summary>Parts that write nothing can be repeated too.</summary>
    private const int MaxEmptySteps = 100_000;

    private readonly Random _random;
    private readonly int _limit;
    private readonly int? _moreRepeats;
    private readonly StringBuilder _text = new();
    private int _emptySteps;

    private PatternSample(Random random, int limit, int? moreRepeats)
    {
        _random = random;
        _limit = limit;
        _moreRepeats = moreRepeats;
    }

    private bool IsFull => _text.Length >= _limit || _emptySteps > MaxEmptySteps;

    /// <summary>A text of so many characters, cut at <paramref name="limit"/>; null if none is found.</summary>
    public static string? TryWrite(string pattern, Random random, long least, long most, int limit)
    {
        try
        {
            var node = PatternReader.Read(pattern);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                // Where it comes out too short, whatever has no end is made to share the length that is missing.
                var shares = attempt - (Attempts / 2) + 1;
                var more = shares <= 0 ? (int?)null : (int)Math.Min((least + shares - 1) / shares, limit);
                var sample = new PatternSample(random, limit, more);
                sample.Write(node);
                var text = sample._text.ToString();
                if (text.Length >= limit || (text.Length >= least && text.Length <= most && Matches(text, pattern)))
                {
                    return text;
                }
            }

            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What stands at a start or an end that is none is written as if it were not there, and then does not match.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Too large to be matched in linear time: then it is as good as it was made.
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void Write(PatternNode node)
    {
        var before = _text.Length;
        WriteParts(node);
        _emptySteps += _text.Length == before ? 1 : 0;
    }

    private void WriteParts(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Characters characters:
                _text.Append(Pick(characters));
                break;
            case PatternNode.Alternatives { Choices: var choices }:
                Write(choices[_random.Next(choices.Count)]);
                break;
            case PatternNode.Sequence { Parts: var parts }:
                foreach (var part in parts.TakeWhile(_ => !IsFull))
                {
                    Write(part);
                }

                break;
            case PatternNode.Repeat repeat:
                for (var left = Times(repeat); left > 0 && !IsFull; left--)
                {
                    Write(repeat.Part);
                }

                break;
        }
    }

    private long Times(PatternNode.Repeat repeat) => (repeat.Most, _moreRepeats) switch
    {
        ({ } most, _) => _random.NextInt64(repeat.Least, most + 1L),
        (_, { } more) => (long)repeat.Least + more,
        _ => repeat.Least + _random.NextInt64(MoreRepeats + 1),
    };

    private char Pick(PatternNode.Characters characters)
    {
        if (characters is { IsNegated: false, Ranges: [var (low, high)] } && low == high && !char.IsSurrogate(low))
        {
            return low;
        }

        if (characters.Readable is { Length: > 0 } readable)
        {
            return readable[_random.Next(readable.Length)];
        }

        // Half a pair is no text.
        var ranges = characters.IsNegated ? [.. PatternEscape.Invert(characters.Ranges)] : characters.Ranges;
        var range = ranges.Count > 0 ? ranges[_random.Next(ranges.Count)] : throw new NotSupportedException();
        var picked = (char)_random.Next(range.Low, range.High + 1);
        return char.IsSurrogate(picked) ? throw new NotSupportedException() : picked;
    }
}
