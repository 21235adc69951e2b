namespace TypedLlm;

/// <summary>
/// An answer is not what its type demands. The message says where, what was expected and what kind of thing was found instead; text of the answer is
/// only behind <see cref="GetExcerpt"/>, so that logging the exception leaks nothing.
/// </summary>
public sealed class AnswerException : Exception
{
    private readonly string? _excerpt;

    /// <summary>Makes the exception; public so that tests of callers can throw it.</summary>
    /// <param name="path">Where in the answer: <c>$.lines[2].price</c>. A name that the schema does not have is text of the model, and its number stands for it.</param>
    /// <param name="expected">What the type demands there.</param>
    /// <param name="found">What kind of thing stands there.</param>
    /// <param name="excerpt">The answer around that place.</param>
    /// <param name="innerException">What refused the value.</param>
    public AnswerException(string path, string expected, string found, string? excerpt = null, Exception? innerException = null)
        : base($"The answer has {found} at {path}; expected is {expected}.", innerException)
    {
        Path = path;
        Expected = expected;
        Found = found;
        _excerpt = excerpt;
    }

    /// <summary>Where in the answer: <c>$.lines[2].price</c>.</summary>
    public string Path { get; }

    /// <summary>What the type demands there.</summary>
    public string Expected { get; }

    /// <summary>What kind of thing stands there, without its text.</summary>
    public string Found { get; }

    /// <summary>A short piece of the answer around that place; null if there is none. It may hold anything the model wrote.</summary>
    public string? GetExcerpt() => _excerpt;
}
