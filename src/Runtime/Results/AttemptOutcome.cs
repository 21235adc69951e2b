namespace TypedLlm;

/// <summary>How one attempt of a call ended.</summary>
public enum AttemptOutcome
{
    /// <summary>It gave the answer.</summary>
    Succeeded,

    /// <summary>It was sent and failed.</summary>
    Failed,

    /// <summary>The target was passed over without a request; <see cref="LlmAttempt.Reason"/> says why.</summary>
    Skipped,

    /// <summary>The caller cancelled while it ran.</summary>
    Cancelled,
}
