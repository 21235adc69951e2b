namespace TypedLlm.TypedAnswers;

/// <summary>Numbers, truth values and null, as JSON has them.</summary>
internal static class PartialLiteral
{
    public static bool IsBegin(byte first) => first is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n';

    /// <summary>Whether a byte stands behind a literal.</summary>
    public static bool IsEnd(byte next) => next is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    public static bool IsWhole(ReadOnlySpan<byte> literal) => literal[0] switch
    {
        (byte)'t' => literal.SequenceEqual("true"u8),
        (byte)'f' => literal.SequenceEqual("false"u8),
        (byte)'n' => literal.SequenceEqual("null"u8),
        _ => IsNumber(literal),
    };

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text[0] == (byte)'-')
        {
            text = text[1..];
        }

        var whole = CountDigits(text);
        if (whole == 0 || (whole > 1 && text[0] == (byte)'0'))
        {
            return false;
        }

        text = text[whole..];
        if (text is [(byte)'.', ..])
        {
            var fraction = CountDigits(text[1..]);
            if (fraction == 0)
            {
                return false;
            }

            text = text[(1 + fraction)..];
        }

        return text.IsEmpty || IsExponent(text);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        text = text is [_, (byte)'+' or (byte)'-', ..] ? text[2..] : text[1..];
        return !text.IsEmpty && CountDigits(text) == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit((char)text[count]))
        {
            count++;
        }

        return count;
    }
}
