using System.Text;
using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>What the checks found in one answer, with paths from its root. Bounded: each path is a scan of the answer.</summary>
internal sealed class AnswerFindings
{
    private readonly List<LlmFinding> _errors = [];
    private readonly List<LlmFinding> _warnings = [];

    public IReadOnlyList<LlmFinding> Errors => _errors;

    public IReadOnlyList<LlmFinding> Warnings => _warnings;

    /// <summary>Whether nothing that is found now would be kept.</summary>
    public bool IsFull => _errors.Count >= AnswerLimits.Findings && _warnings.Count >= AnswerLimits.Findings;

    /// <summary>Takes the findings about one value.</summary>
    /// <param name="found">What its check said.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="names">The names of its members on the wire.</param>
    /// <param name="members">The names of its members in code, in the same order.</param>
    public void Add(LlmValidation found, string path, AnswerNames names, string[] members)
    {
        Add(_errors, found.Errors, path, names, members);
        Add(_warnings, found.Warnings, path, names, members);
    }

    /// <summary>Takes the findings about one value of whose members only the schema is known.</summary>
    public void Add(LlmValidation found, string path, ReadOnlySpan<byte> schema)
    {
        Add(_errors, found.Errors, path, schema);
        Add(_warnings, found.Warnings, path, schema);
    }

    private static void Add(List<LlmFinding> findings, IReadOnlyList<LlmFinding> found, string path, AnswerNames names, string[] members)
    {
        foreach (var finding in found.Take(AnswerLimits.Findings - findings.Count))
        {
            var name = FirstName(finding.Path);
            var index = Array.IndexOf(members, name);
            index = index < 0 ? Array.IndexOf(names.Names, name) : index;
            findings.Add(finding with { Path = Place(path, finding.Path, index < 0 ? null : names.Names[index]) });
        }
    }

    private static void Add(List<LlmFinding> findings, IReadOnlyList<LlmFinding> found, string path, ReadOnlySpan<byte> schema)
    {
        foreach (var finding in found.Take(AnswerLimits.Findings - findings.Count))
        {
            findings.Add(finding with { Path = Place(path, finding.Path, SchemaMembers.Find(schema, FirstName(finding.Path))) });
        }
    }

    private static string FirstName(string path) => path.AsSpan().IndexOfAny('.', '[') is >= 0 and var end ? path[..end] : path;

    /// <summary>The path of a member. What names none is text of the check's, which a path may not carry: the value stands for it.</summary>
    private static string Place(string path, string below, string? wireName)
    {
        if (wireName is null)
        {
            return path;
        }

        var whole = new StringBuilder(path);
        AnswerPath.AppendName(whole, wireName);
        var rest = below.AsSpan(FirstName(below).Length);
        foreach (var character in rest)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '.' or '[' or ']'))
            {
                return whole.ToString();
            }
        }

        return whole.Append(rest).ToString();
    }
}
