using System.Globalization;
using System.Text;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Where a finding stands. What a check says of that is text of its own, which may quote the answer: only names of the schema and places in lists get
/// into the path, and what is above all else stands for it.
/// </summary>
internal static class FindingPath
{
    // A model needs no more to find the place.
    private const int MostCharacters = 200;

    /// <summary>The member that a check names first.</summary>
    public static ReadOnlySpan<char> FirstName(ReadOnlySpan<char> path) => path.IndexOfAny('.', '[') is >= 0 and var end ? path[..end] : path;

    /// <summary>The path from the root.</summary>
    /// <param name="path">Where the value stands that was checked.</param>
    /// <param name="below">What the check says, from there.</param>
    /// <param name="wireName">The name on the wire of the member it names first; null if there is none.</param>
    /// <param name="schema">The schema of the answer.</param>
    public static string Of(string path, ReadOnlySpan<char> below, string? wireName, ReadOnlySpan<byte> schema)
    {
        if (wireName is null)
        {
            return path;
        }

        var whole = new StringBuilder(path);
        AnswerPath.AppendName(whole, wireName);
        var rest = below[FirstName(below).Length..];
        var isKnown = true;
        while (isKnown && !rest.IsEmpty && whole.Length < path.Length + MostCharacters)
        {
            isKnown = rest[0] == '[' ? TryAppendIndex(whole, ref rest) : TryAppendMember(whole, ref rest, schema);
        }

        return whole.ToString();
    }

    private static bool TryAppendIndex(StringBuilder path, ref ReadOnlySpan<char> rest)
    {
        // A longer number is no place in a list, but a key.
        var end = rest.IndexOf(']');
        if (end < 0 || !int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= AnswerLimits.Elements)
        {
            return false;
        }

        path.Append('[').Append(index).Append(']');
        rest = rest[(end + 1)..];
        return true;
    }

    private static bool TryAppendMember(StringBuilder path, ref ReadOnlySpan<char> rest, ReadOnlySpan<byte> schema)
    {
        var name = FirstName(rest[1..]);
        if (rest[0] != '.' || SchemaMembers.Find(schema, name.ToString()) is not { } wireName)
        {
            return false;
        }

        AnswerPath.AppendName(path, wireName);
        rest = rest[(1 + name.Length)..];
        return true;
    }
}
