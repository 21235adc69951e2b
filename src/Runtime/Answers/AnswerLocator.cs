using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the place in an answer that a path leads to: what a check says has no place but its path.</summary>
internal static class AnswerLocator
{
    /// <summary>Where the value begins; as far as the path leads if that is not to its end.</summary>
    /// <param name="json">An answer that was read.</param>
    /// <param name="path">A path as <see cref="AnswerPath"/> writes it.</param>
    public static long Find(ReadOnlySpan<byte> json, ReadOnlySpan<char> path)
    {
        var reader = new Utf8JsonReader(json, AnswerLimits.Json);
        reader.Read();
        var rest = path[1..];
        for (var isFirst = true; !rest.IsEmpty; isFirst = false)
        {
            var inside = reader;
            if (TryEnter(ref inside, Next(ref rest)))
            {
                reader = inside;
            }
            else if (!isFirst)
            {
                break;
            }

            // The first name may be that of the object around the value, which compatible servers leave out.
        }

        return reader.TokenStartIndex;
    }

    /// <summary>Takes the next step off a path: a name, or a place in brackets.</summary>
    private static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> path)
    {
        const string NameBegins = "['";
        const string NameEnds = "']";
        if (path.StartsWith(NameBegins, StringComparison.Ordinal))
        {
            var name = path[NameBegins.Length..];
            name = name.IndexOf(NameEnds, StringComparison.Ordinal) is >= 0 and var length ? name[..length] : name;
            path = path[Math.Min(NameBegins.Length + name.Length + NameEnds.Length, path.Length)..];
            return name;
        }

        var end = path[1..].IndexOfAny('.', '[') + 1;
        var step = end == 0 ? path : path[..end];
        path = path[step.Length..];
        return step[0] == '.' ? step[1..] : step;
    }

    private static bool TryEnter(ref Utf8JsonReader reader, scoped ReadOnlySpan<char> step)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!isObject && reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var index = step is ['[', .., ']'] && int.TryParse(step[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;
        var name = Encoding.UTF8.GetBytes(step.ToString());
        for (var at = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); at++)
        {
            var isHere = at == index || (index < 0 && isObject && AnswerReader.IsText(in reader, name));
            if (isObject)
            {
                reader.Read();
            }

            if (isHere)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
