using TypedLlm.TypedAnswers;

namespace TypedLlm;

/// <summary>
/// An answer is not what its type demands. The message says where, what was expected and what kind of thing was found instead; text of the answer,
/// of checks and of exceptions that the type threw is only behind methods, so that logging the exception leaks nothing.
/// </summary>
public sealed class AnswerException : Exception
{
    private readonly string? _excerpt;
    private readonly Exception? _cause;
    private IReadOnlyList<LlmFinding> _findings = [];

    /// <summary>Makes the exception; public so that tests of callers can throw it.</summary>
    /// <param name="path">Where in the answer: <c>$.lines[2].price</c>. A name that the schema does not have is text of the model, and its number stands for it.</param>
    /// <param name="expected">What the type demands there.</param>
    /// <param name="found">What kind of thing stands there.</param>
    /// <param name="excerpt">The answer around that place.</param>
    /// <param name="cause">What a constructor, a setter or a check of the type threw.</param>
    public AnswerException(string path, string expected, string found, string? excerpt = null, Exception? cause = null)
        : base($"The answer has {found} at {path}; expected is {expected}.")
    {
        Path = path;
        Expected = expected;
        Found = found;
        _excerpt = excerpt;
        _cause = cause;
    }

    /// <summary>Where in the answer: <c>$.lines[2].price</c>.</summary>
    public string Path { get; }

    /// <summary>What the type demands there.</summary>
    public string Expected { get; }

    /// <summary>What kind of thing stands there, without its text.</summary>
    public string Found { get; }

    /// <summary>What is wrong, for the model that gave the answer: with the words of the checks.</summary>
    internal string Correction => _findings.Count == 0 ? Fault : string.Join("; ", _findings.Select(static finding => $"at {finding.Path}: {Short(finding.Message)}"));

    /// <summary>What is wrong and where, as a clause without content.</summary>
    internal string Fault => $"it has {Found} at {Path}; expected is {Expected}";

    /// <summary>A short piece of the answer around that place; null if there is none. It may hold anything the model wrote.</summary>
    public string? GetExcerpt() => _excerpt;

    /// <summary>What the checks of the type said; empty if none of them refused the answer. It may quote the answer.</summary>
    public IReadOnlyList<LlmFinding> GetFindings() => _findings;

    /// <summary>What a constructor, a setter or a check of the type threw; null if none did. It may quote the answer.</summary>
    public Exception? GetCause() => _cause;

    /// <summary>The answer is well formed, and checks of its type refuse it.</summary>
    internal static AnswerException Refused(IReadOnlyList<LlmFinding> findings, string excerpt) =>
        new(findings[0].Path, "one that passes", "a value that fails a check", excerpt) { _findings = findings };

    private static string Short(string message) => message.Length <= AnswerLimits.Message ? message : message[..AnswerLimits.Message];
}
