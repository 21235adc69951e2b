using System.Text;

namespace TypedLlm.TypedAnswers;

/// <summary>Cuts the piece out of an answer that shows what is wrong with it.</summary>
internal static class AnswerExcerpt
{
    private const int Bytes = 160;
    private const int BytesBefore = 40;

    /// <summary>What stands at a place, and a little before it.</summary>
    public static string Around(ReadOnlySpan<byte> json, long offset)
    {
        var start = (int)Math.Max(0, offset - BytesBefore);
        return Encoding.UTF8.GetString(json.Slice(start, Math.Min(Bytes, json.Length - start)));
    }

    /// <summary>What stands before the end of a value, and a little behind it.</summary>
    public static string Before(ReadOnlySpan<byte> json, long end) => Around(json, end - Bytes + (2 * BytesBefore));
}
