namespace TypedLlm.Resilience;

/// <summary>What is known about a broken attempt: the facts that the failure classifier decides on.</summary>
/// <param name="Source">Where it broke.</param>
internal sealed record Failure(FailureSource Source)
{
    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? Type { get; init; }

    public string? Param { get; init; }

    /// <summary>Whether the request demanded JSON or a schema.</summary>
    public bool AsksFormat { get; init; }

    /// <summary>How long the service asked to wait, from whichever header carried it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service's own word (<c>x-should-retry</c>).</summary>
    public bool? ShouldRetry { get; init; }

    public string? RequestId { get; init; }

    public string? ResponseId { get; init; }

    public LlmUsage? Usage { get; init; }

    /// <summary>The service's message, bounded. Content: it leaves only through a method of the exception.</summary>
    public string? Message { get; init; }

    /// <summary>Whether that is the beginning of a body that names no message.</summary>
    public bool MessageIsExcerpt { get; init; }

    public Exception? Exception { get; init; }

    /// <summary>What is wrong with an answer, and where.</summary>
    public AnswerException? Invalid => Exception as AnswerException;

    /// <summary>The exception where it is one of the network, of the key source or of our own; others may quote the reply.</summary>
    public Exception? Shown =>
        Source is FailureSource.Connect or FailureSource.ConnectionLost or FailureSource.Truncated or FailureSource.Credential or FailureSource.InvalidAnswer
            ? Exception
            : null;
}
