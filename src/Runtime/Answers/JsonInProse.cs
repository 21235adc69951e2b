using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the JSON in an answer that has words or a fence around it, as models write it that nothing holds to a schema.</summary>
internal static class JsonInProse
{
    /// <summary>How many brackets may have no twin, or only look like JSON: each costs a look at all that follows, or an exception.</summary>
    internal const int MostStrays = 16;

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    /// <summary>Whether nothing stands around the JSON of an answer, as far as its ends tell.</summary>
    public static bool IsAlone(ReadOnlySpan<byte> answer) =>
        answer.Trim(Space) is [] or [(byte)'{', .., (byte)'}'] or [(byte)'[', .., (byte)']'] || FirstBracket(answer) < 0;

    /// <summary>The answer among words, citations and braces of prose: what the last fence holds, else the longest whole value.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mayBeList">Whether it may be a list; it may be an object in any case.</param>
    /// <param name="isFirst">Whether it is what the first bracket begins, whatever comes later.</param>
    /// <returns>A whole value. If there is none, or one was begun that is not whole: all from the first bracket on, which is none either.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> answer, bool mayBeList, bool isFirst = false)
    {
        answer = answer.Trim(Space);
        var start = FirstBracket(answer);
        if (start < 0)
        {
            return answer;
        }

        var rest = answer[start..];
        if (isFirst)
        {
            return LengthOf(rest) is > 0 and var length ? rest[..length] : rest;
        }

        var fenced = InLastFence(answer);
        var found = !fenced.IsEmpty && IsOfKind(fenced, mayBeList) ? fenced : Longest(answer, mayBeList, out _);
        return found.IsEmpty ? rest : found;
    }

    /// <summary>Whether nothing but the beginning of a fence stands before the JSON of an answer.</summary>
    public static bool IsAtBegin(ReadOnlySpan<byte> before)
    {
        var fence = before.Trim(Space);
        return fence.IsEmpty || (fence.StartsWith("```"u8) && !fence[3..].ContainsAnyExceptInRange((byte)'a', (byte)'z'));
    }

    /// <summary>The longest value behind what a model thought aloud: remarks and citations are shorter than the answer.</summary>
    internal static ReadOnlySpan<byte> Longest(ReadOnlySpan<byte> answer, bool mayBeList, out int strays)
    {
        strays = 0;
        ReadOnlySpan<byte> longest = default;
        while (answer.IndexOfAny((byte)'{', (byte)'[') is >= 0 and var start)
        {
            if (answer[..start].IndexOf("</think>"u8) >= 0)
            {
                longest = default;
            }

            answer = answer[start..];
            var length = LengthOf(answer);
            if (length > longest.Length && IsOfKind(answer, mayBeList))
            {
                longest = answer[..length];
            }
            else if (length == 0)
            {
                length = LengthOfBalanced(answer);
                var isJson = BeginsJson(answer);

                // What stands in a value that is cut or damaged is not the whole of anything.
                if ((length == 0 && isJson) || ((length == 0 || isJson) && ++strays == MostStrays))
                {
                    return default;
                }
            }

            answer = answer[Math.Max(length, 1)..];
        }

        return longest;
    }

    /// <summary>What stands between the last two lines with a fence, if that is one whole value. No JSON text holds such a line: its line ends are escaped.</summary>
    private static ReadOnlySpan<byte> InLastFence(ReadOnlySpan<byte> answer)
    {
        var close = answer.LastIndexOf("\n```"u8);
        if (close < 0 || answer[close..].IndexOf("</think>"u8) >= 0)
        {
            return default;
        }

        var before = answer[..close];
        var open = before.LastIndexOf("\n```"u8);
        if (open < 0 && !before.StartsWith("```"u8))
        {
            return default;
        }

        var block = before[(open + 1)..];
        var inside = block[(block.IndexOf((byte)'\n') + 1)..].Trim(Space);
        return LengthOf(inside) == inside.Length ? inside : default;
    }

    /// <summary>-1 for a bare value of a compatible server too, which is text that may hold brackets.</summary>
    private static int FirstBracket(ReadOnlySpan<byte> answer) => answer.TrimStart(Space) is [(byte)'"', ..] ? -1 : answer.IndexOfAny((byte)'{', (byte)'[');

    private static bool IsOfKind(ReadOnlySpan<byte> value, bool mayBeList) => mayBeList || value[0] == (byte)'{';

    /// <summary>Whether a bracket and what follows look like JSON.</summary>
    private static bool BeginsJson(ReadOnlySpan<byte> json)
    {
        var inside = json.IsEmpty ? json : json[1..].TrimStart(Space);
        return json is [(byte)'{', ..]
            ? inside is [(byte)'"' or (byte)'}', ..]
            : inside is [(byte)'"' or (byte)'{' or (byte)'[' or (byte)']' or (byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
                || inside.StartsWith("true"u8) || inside.StartsWith("false"u8) || inside.StartsWith("null"u8);
    }

    /// <summary>The length of the value that a bracket begins; 0 if it is none, or not whole.</summary>
    private static int LengthOf(ReadOnlySpan<byte> json)
    {
        if (!BeginsJson(json))
        {
            return 0;
        }

        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(AnswerLimits.Json));
        try
        {
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject or JsonTokenType.EndArray })
                {
                    return (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            // It only looks like JSON, or it is damaged.
        }

        return 0;
    }

    /// <summary>The length of anything from a bracket to its twin, those of texts left out. 0 if it has none.</summary>
    private static int LengthOfBalanced(ReadOnlySpan<byte> prose)
    {
        var depth = 0;
        for (var at = 0; at < prose.Length; at++)
        {
            switch (prose[at])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return at + 1;
                case (byte)'"':
                    at += LengthOfText(prose[at..]);
                    break;
            }
        }

        return 0;
    }

    /// <summary>The length of a text without its last quote; of one that does not end, of all that is left.</summary>
    private static int LengthOfText(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length && text[at] != (byte)'"')
        {
            at += text[at] == (byte)'\\' ? 2 : 1;
        }

        return at;
    }
}
