using System.Buffers;
using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the JSON in an answer that has words or a fence around it, as models write it that nothing holds to a schema.</summary>
internal static class JsonInProse
{
    /// <summary>How many brackets may have no twin, or only look like JSON: each costs a look at all that follows, or an exception.</summary>
    internal const int MostStrays = 16;

    private static readonly SearchValues<byte> Language = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    private static ReadOnlySpan<byte> EndOfThought => "</think>"u8;

    /// <summary>Whether nothing stands around the JSON of an answer, as far as its ends tell.</summary>
    public static bool IsAlone(ReadOnlySpan<byte> answer) =>
        answer.Trim(Space) is [] or [(byte)'{', .., (byte)'}'] or [(byte)'[', .., (byte)']'] || FirstBracket(answer) < 0;

    /// <summary>The answer among words, citations and braces of prose: the one whole value behind what the model thought aloud, and from the last fence with a value on.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mayBeList">Whether it may be a list; it may be an object in any case.</param>
    /// <returns>A whole value. If there is none, or one is damaged: something that is none either.</returns>
    /// <exception cref="AnswerException">There are several that differ: neither order nor length tells which of them is meant.</exception>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> answer, bool mayBeList)
    {
        answer = answer.Trim(Space);
        var isThought = answer.StartsWith("<think>"u8);
        if (isThought)
        {
            // Whatever is thought, whole or not, is no answer.
            var end = answer.IndexOf(EndOfThought);
            if (end < 0)
            {
                return answer;
            }

            answer = answer[(end + EndOfThought.Length)..].Trim(Space);
        }

        var start = FirstBracket(answer);
        if (start < 0)
        {
            return answer;
        }

        // What begins an answer was shown while it came, so nothing behind it may take its place.
        var isShown = !isThought && IsAtBegin(answer[..start]);
        var from = isShown ? start : LastFence(answer, mayBeList);
        var found = Only(answer[from..], mayBeList, mayBeThought: !isShown, out _);
        return found.IsEmpty ? answer[start..] : found;
    }

    /// <summary>Whether nothing but the beginning of a fence stands before the JSON of an answer.</summary>
    public static bool IsAtBegin(ReadOnlySpan<byte> before)
    {
        var fence = before.Trim(Space);
        return fence.IsEmpty || (fence.StartsWith("```"u8) && fence[3..].IndexOfAnyExcept(Language) < 0);
    }

    /// <summary>The one whole value; if one is damaged, all from that on, and empty if there is nothing like one.</summary>
    internal static ReadOnlySpan<byte> Only(ReadOnlySpan<byte> answer, bool mayBeList, bool mayBeThought, out int strays)
    {
        strays = 0;
        ReadOnlySpan<byte> only = default;
        ReadOnlySpan<byte> damaged = default;
        var areSeveral = false;
        var rest = answer;
        while (true)
        {
            var start = rest.IndexOfAny((byte)'{', (byte)'[');
            if (mayBeThought && (start < 0 ? rest : rest[..start]).IndexOf(EndOfThought) >= 0)
            {
                only = damaged = default;
                areSeveral = false;
                strays = 0;
            }

            if (start < 0)
            {
                break;
            }

            rest = rest[start..];
            var isOfKind = mayBeList || rest[0] == (byte)'{';
            var length = LengthOf(rest);
            if (length > 0 && isOfKind)
            {
                // Behind the object that a list is wrapped in, a list is a citation.
                if (only.IsEmpty || only[0] == (byte)'[' || rest[0] == (byte)'{')
                {
                    areSeveral |= !only.IsEmpty && !only.SequenceEqual(rest[..length]);
                    only = rest[..length];
                }
            }
            else if (length == 0)
            {
                length = LengthOfBalanced(rest);
                var isJson = BeginsJson(rest);

                // What stands in a value that is cut is not the whole of anything.
                if ((length == 0 && isJson) || ((length == 0 || isJson) && ++strays == MostStrays))
                {
                    return rest;
                }

                damaged = isJson && isOfKind && damaged.IsEmpty ? rest : damaged;
            }

            rest = rest[Math.Max(length, 1)..];
        }

        return !damaged.IsEmpty ? damaged
            : areSeveral ? throw new AnswerException("$", "one JSON value", "several JSON values", AnswerExcerpt.Around(answer, 0))
            : only;
    }

    /// <summary>Where the last fence begins, if it holds one whole value; else 0. No JSON text holds a line with a fence: its line ends are escaped.</summary>
    private static int LastFence(ReadOnlySpan<byte> answer, bool mayBeList)
    {
        var close = answer.LastIndexOf("\n```"u8);
        if (close < 0 || answer[close..].IndexOf(EndOfThought) >= 0)
        {
            return 0;
        }

        var open = answer[..close].LastIndexOf("\n```"u8) + 1;
        var block = answer[open..close];
        if (!block.StartsWith("```"u8))
        {
            return 0;
        }

        var inside = block[(block.IndexOf((byte)'\n') + 1)..].Trim(Space);
        return LengthOf(inside) is > 0 and var length && length == inside.Length && (mayBeList || inside[0] == (byte)'{') ? open : 0;
    }

    /// <summary>-1 for a bare value of a compatible server too, which is text that may hold brackets.</summary>
    private static int FirstBracket(ReadOnlySpan<byte> answer) =>
        answer.Trim(Space) is [(byte)'"', ..] bare && LengthOfText(bare) >= bare.Length - 1 ? -1 : answer.IndexOfAny((byte)'{', (byte)'[');

    /// <summary>Whether a bracket and what follows look like JSON, be it with the quotes or comments of other languages.</summary>
    private static bool BeginsJson(ReadOnlySpan<byte> json)
    {
        var inside = json.IsEmpty ? json : json[1..].TrimStart(Space);
        return json is [(byte)'{', ..]
            ? inside is [(byte)'"' or (byte)'\'' or (byte)'/' or (byte)'}', ..]
            : inside is [(byte)'"' or (byte)'\'' or (byte)'/' or (byte)'{' or (byte)'[' or (byte)']' or (byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
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
