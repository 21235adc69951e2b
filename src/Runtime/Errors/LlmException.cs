namespace TypedLlm;

/// <summary>
/// A call that failed. Its text is TypedLlm's own: what failed, where, what each attempt met and what to do. Text of the service, the prompt or
/// the answer is only behind <see cref="GetPartialText"/>, <see cref="GetExcerpt"/> and <see cref="GetProviderMessage"/>, so that logging the exception leaks nothing.
/// </summary>
public sealed class LlmException : Exception
{
    private readonly string? _partialText;
    private readonly string? _providerMessage;

    /// <summary>Makes the exception; public so that tests of callers can throw it.</summary>
    /// <param name="kind">What made the call fail.</param>
    /// <param name="message">What failed, where, and what to do. No text of the service, the prompt or the answer.</param>
    /// <param name="partialText">The part of the answer that had arrived.</param>
    /// <param name="providerMessage">The service's own words about the failure.</param>
    /// <param name="innerException">What the network said, or what is wrong with the answer.</param>
    public LlmException(
        LlmFailureKind kind, string message, string? partialText = null, string? providerMessage = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        _partialText = partialText;
        _providerMessage = providerMessage;
    }

    /// <summary>What made the call fail: the failure of the attempt that decided.</summary>
    public LlmFailureKind Kind { get; }

    /// <summary>Every attempt in order, with the targets that were passed over. Empty if nothing was tried.</summary>
    public IReadOnlyList<LlmAttempt> Attempts { get; init; } = [];

    /// <summary>Tokens of all attempts whose usage is known: a call that fails is paid for all the same. Null if none is.</summary>
    public LlmUsage? TotalUsage { get; init; }

    /// <summary>Cost in USD of all attempts whose usage and price are known. Null if none is.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long the service asked to wait before the next try. Null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service's request ids of all attempts that have one, for its support.</summary>
    public IReadOnlyList<string> RequestIds => [.. Attempts.Where(static a => a.RequestId is not null).Select(static a => a.RequestId!)];

    /// <summary>The part of the answer that had arrived when the call failed; null if none had. It may hold anything the model wrote.</summary>
    public string? GetPartialText() => _partialText;

    /// <summary>
    /// The piece of the answer that is not what its type demands; null if that is not what failed. It may hold anything the model wrote.
    /// The inner exception, an <see cref="AnswerException"/>, says where it stands and what was expected.
    /// </summary>
    public string? GetExcerpt() => (InnerException as AnswerException)?.GetExcerpt();

    /// <summary>The service's own words about the failure that decided; null if it gave none. They may quote the prompt.</summary>
    public string? GetProviderMessage() => _providerMessage;
}
