using System.Globalization;
using System.Text;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Where a finding stands. What a check says of that is text of its own, which may quote the answer: only names of the schema and places in lists get
/// into the path, since paths are logged. What is above all else stands for it, and the message, which is not logged, begins with the words.
/// </summary>
internal static class FindingPath
{
    // A model needs no more to find the place.
    private const int MostCharacters = 200;

    /// <summary>The member that a check names first.</summary>
    public static ReadOnlySpan<char> FirstName(ReadOnlySpan<char> path) => path.IndexOfAny('.', '[') is >= 0 and var end ? path[..end] : path;

    /// <summary>The finding with its path from the root.</summary>
    /// <param name="finding">What the check says, with its words for the path from the value.</param>
    /// <param name="path">Where the value stands that was checked.</param>
    /// <param name="wireName">The name on the wire of the member that it names first; null if there is none.</param>
    /// <param name="schema">The schema of the answer.</param>
    public static LlmFinding Locate(LlmFinding finding, string path, string? wireName, ReadOnlySpan<byte> schema)
    {
        ReadOnlySpan<char> rest = finding.Path;
        var located = wireName is null ? path : Follow(path, ref rest, wireName, schema);
        return new LlmFinding(located, rest.IsEmpty ? finding.Message : $"{Short(finding.Path)}: {finding.Message}");
    }

    private static string Short(string words) => words.Length <= MostCharacters ? words : $"{words.AsSpan(0, MostCharacters)}…";

    /// <summary>The path as far as the words are known, which are taken off.</summary>
    private static string Follow(string path, ref ReadOnlySpan<char> rest, string wireName, ReadOnlySpan<byte> schema)
    {
        var whole = new StringBuilder(path);
        AnswerPath.AppendName(whole, wireName);
        rest = rest[FirstName(rest).Length..];
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
