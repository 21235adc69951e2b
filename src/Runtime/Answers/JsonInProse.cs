namespace TypedLlm.TypedAnswers;

/// <summary>Finds the JSON in an answer that has words or a fence around it, as models write it that nothing holds to a schema.</summary>
internal static class JsonInProse
{
    /// <summary>From the first bracket to the last one of its kind; the whole answer if it has none, or nothing around it.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> answer)
    {
        var trimmed = answer.Trim(" \t\r\n"u8);
        var start = trimmed.IndexOfAny((byte)'{', (byte)'[');

        // A bare value of a compatible server is text that may hold brackets.
        if (start < 0 || trimmed[0] == (byte)'"')
        {
            return trimmed;
        }

        var end = trimmed.LastIndexOf(trimmed[start] == (byte)'{' ? (byte)'}' : (byte)']');
        return end > start ? trimmed[start..(end + 1)] : trimmed;
    }

    /// <summary>Whether nothing but the beginning of a fence stands before the JSON of an answer.</summary>
    public static bool IsAtBegin(ReadOnlySpan<byte> before)
    {
        var fence = before.Trim(" \t\r\n"u8);
        return fence.IsEmpty || (fence.StartsWith("```"u8) && !fence[3..].ContainsAnyExceptInRange((byte)'a', (byte)'z'));
    }
}
