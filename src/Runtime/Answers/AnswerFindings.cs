using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>What the checks found in one answer, with paths from its root. Bounded: each path is a scan of the answer.</summary>
internal sealed class AnswerFindings
{
    private readonly List<LlmFinding> _errors = [];
    private readonly List<LlmFinding> _warnings = [];

    public IReadOnlyList<LlmFinding> Errors => _errors;

    public IReadOnlyList<LlmFinding> Warnings => _warnings;

    /// <summary>Whether any of what was found now would be kept.</summary>
    public bool HasRoomFor(LlmValidation found) => HasRoom(_errors, found.Errors) || HasRoom(_warnings, found.Warnings);

    /// <summary>Takes the findings about one value.</summary>
    /// <param name="found">What its check said.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="names">The names of its members on the wire.</param>
    /// <param name="members">The names of its members in code, in the same order.</param>
    /// <param name="schema">The schema of the answer, which has the names of what is below them.</param>
    public void Add(LlmValidation found, string path, AnswerNames names, string[] members, ReadOnlySpan<byte> schema)
    {
        Add(_errors, found.Errors, path, names, members, schema);
        Add(_warnings, found.Warnings, path, names, members, schema);
    }

    /// <summary>Takes the findings about one value of whose members only the schema is known.</summary>
    public void Add(LlmValidation found, string path, ReadOnlySpan<byte> schema)
    {
        Add(_errors, found.Errors, path, schema);
        Add(_warnings, found.Warnings, path, schema);
    }

    private static bool HasRoom(List<LlmFinding> findings, IReadOnlyList<LlmFinding> found) => found.Count > 0 && findings.Count < AnswerLimits.Findings;

    private static void Add(
        List<LlmFinding> findings, IReadOnlyList<LlmFinding> found, string path, AnswerNames names, string[] members, ReadOnlySpan<byte> schema)
    {
        foreach (var finding in found.Take(AnswerLimits.Findings - findings.Count))
        {
            var name = FindingPath.FirstName(finding.Path).ToString();
            var index = Array.IndexOf(members, name);
            index = index < 0 ? Array.IndexOf(names.Names, name) : index;
            findings.Add(FindingPath.Locate(finding, path, index < 0 ? null : names.Names[index], schema));
        }
    }

    private static void Add(List<LlmFinding> findings, IReadOnlyList<LlmFinding> found, string path, ReadOnlySpan<byte> schema)
    {
        foreach (var finding in found.Take(AnswerLimits.Findings - findings.Count))
        {
            var wireName = SchemaMembers.Find(schema, FindingPath.FirstName(finding.Path).ToString());
            findings.Add(FindingPath.Locate(finding, path, wireName, schema));
        }
    }
}
