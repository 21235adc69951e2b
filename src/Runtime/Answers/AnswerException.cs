using TypedLlm.TypedAnswers;

namespace TypedLlm;

/// <summary>
/// An answer is not what its type demands. The message says where, what was expected and what kind of thing was found instead; text of the answer,
/// of checks and of exceptions that the type threw is only behind methods, so that logging the exception leaks nothing.
/// </summary>
public sealed class AnswerException : Exception
{
    private readonly string _what;
    private readonly string? _excerpt;
    private readonly Exception? _cause;
    private readonly string? _check;
    private string? _told;
    private IReadOnlyList<LlmFinding> _findings = [];

    /// <summary>Makes the exception; public so that tests of callers can throw it.</summary>
    /// <param name="path">Where in the answer: <c>$.lines[2].price</c>. A name that the schema does not have is text of the model, and its number stands for it.</param>
    /// <param name="expected">What the type demands there.</param>
    /// <param name="found">What kind of thing stands there.</param>
    /// <param name="excerpt">The answer around that place.</param>
    /// <param name="cause">What a constructor, a setter or a check of the type threw.</param>
    public AnswerException(string path, string expected, string found, string? excerpt = null, Exception? cause = null)
        : this(path, expected, found, $"has {found} at {path}; expected is {expected}", hint: "", excerpt, cause)
    {
    }

    private AnswerException(string path, string expected, string found, string what, string hint, string? excerpt, Exception? cause = null, string? check = null)
        : base($"The answer {what}.{hint}")
    {
        _what = what;
        Path = path;
        Expected = expected;
        Found = found;
        _excerpt = excerpt;
        _cause = cause;
        _check = check;
    }

    /// <summary>Where in the answer: <c>$.lines[2].price</c>.</summary>
    public string Path { get; }

    /// <summary>What the type demands there.</summary>
    public string Expected { get; }

    /// <summary>What kind of thing stands there, without its text.</summary>
    public string Found { get; }

    /// <summary>What is wrong, for the model that gave the answer: with the words of the checks.</summary>
    internal string Correction => !IsRefusedByCheck ? _told ?? Fault : string.Join("; ", _findings.Select(static finding => $"at {finding.Path}: {Short(finding.Message)}"));

    /// <summary>What is wrong and where, as a clause without content.</summary>
    internal string Fault => $"it {_what}";

    /// <summary>Whether a check refused the answer.</summary>
    internal bool IsRefusedByCheck => _findings.Count > 0;

    /// <summary>Whether a check threw: a fault of the program, which no other answer mends.</summary>
    internal bool IsFaultOfProgram => _check is not null;

    /// <summary>A short piece of the answer around that place; null if there is none. It may hold anything the model wrote.</summary>
    public string? GetExcerpt() => _excerpt;

    /// <summary>What the checks of the type said; empty if none of them refused the answer. It may quote the answer.</summary>
    public IReadOnlyList<LlmFinding> GetFindings() => _findings;

    /// <summary>What a constructor, a setter or a check of the type threw; null if none did. It may quote the answer.</summary>
    public Exception? GetCause() => _cause;

    /// <summary>An object lacks members.</summary>
    /// <param name="path">The first one.</param>
    /// <param name="others">The names of the others, which are those of the schema.</param>
    /// <param name="excerpt">The answer around the end of the object.</param>
    internal static AnswerException Missing(string path, IEnumerable<string> others, string excerpt)
    {
        var names = string.Join(", ", others);
        var beside = names.Length == 0 ? "" : $"; missing beside it: {names}";
        return new(path, "a value", "nothing", $"has nothing at {path}; expected is a value{beside}", hint: "", excerpt);
    }

    /// <summary>The text ends before the JSON does.</summary>
    internal static AnswerException Cut(string path, bool isEmpty, string excerpt) =>
        new(path, "JSON", "the end of the text", isEmpty ? "is empty" : $"ends at {path}, before its JSON does", hint: "", excerpt);

    /// <summary>The answer is well formed, and checks of its type refuse it.</summary>
    internal static AnswerException Refused(IReadOnlyList<LlmFinding> findings, string excerpt) => new(
        findings[0].Path,
        "a value that passes its checks",
        "a value that fails a check",
        $"fails a check at {findings[0].Path}",
        " GetFindings() has the words of the check.",
        excerpt)
    { _findings = findings };

    /// <summary>An attribute refuses the value, with a message of its own.</summary>
    internal static AnswerException Disagreed(string path, string message, string found, string excerpt) =>
        new(path, message, found, $"has {found} at {path}: {message.TrimEnd('.', ' ')}", hint: "", excerpt);

    /// <summary>A check threw.</summary>
    internal static AnswerException Threw(string path, string check, Exception cause, string? excerpt) => new(
        path,
        $"a value that {check} can check",
        $"one that makes it throw {cause.GetType().Name}",
        $"made {check} throw {cause.GetType().Name} at {path}",
        " GetCause() has the exception.",
        excerpt,
        cause,
        check);

    /// <summary>The same of a value that was checked by itself, and stands at a place of the answer.</summary>
    internal AnswerException Inside(string place) => Threw(place + Path[1..], _check!, _cause!, _excerpt);

    /// <summary>The same with a piece of the answer.</summary>
    internal AnswerException Showing(string excerpt) => Threw(Path, _check!, _cause!, excerpt);

    /// <summary>A constructor or a setter of a type threw. Its words, which may quote the answer, are for the model alone.</summary>
    /// <param name="path">Where the value stands.</param>
    /// <param name="type">The type.</param>
    /// <param name="cause">What was thrown.</param>
    /// <param name="excerpt">The answer around that place.</param>
    internal static AnswerException Untaken(string path, string type, Exception cause, string excerpt) => new(
        path,
        $"a value that {type} takes",
        $"one that makes it throw {cause.GetType().Name}",
        $"has a value at {path} that makes {type} throw {cause.GetType().Name}",
        " GetCause() has the exception.",
        excerpt,
        cause)
    {
        _told = $"it has a value at {path} that makes {type} throw {cause.GetType().Name}: {Short(cause.Message)}",
    };

    private static string Short(string message) => message.Length <= AnswerLimits.Message ? message : message[..AnswerLimits.Message];
}
