namespace TypedLlm.Streaming;

/// <summary>A whole response: the one that a terminal event carries, or a unary body.</summary>
internal sealed record ResponseSnapshot
{
    public string? Id { get; init; }

    /// <summary>The model as the service named it; empty if it did not.</summary>
    public string Model { get; init; } = "";

    public ResponseStatus Status { get; init; }

    public string? IncompleteReason { get; init; }

    /// <summary>
    /// All text parts of all messages, in order and without a separator: what the deltas of a stream add up to. A message of phase
    /// <c>commentary</c> is part of it, because it is streamed before anyone knows what follows.
    /// </summary>
    public string Text { get; init; } = "";

    public string? Refusal { get; init; }

    /// <summary>What the model wrote, whichever it was. Null if it wrote nothing.</summary>
    public string? TextOrRefusal => Text.Length > 0 ? Text : Refusal;

    /// <summary>Whether the response names its output at all, be it empty. One that does not is no whole response.</summary>
    public bool HasOutput { get; init; }

    public LlmUsage? Usage { get; init; }

    public string? ServiceTier { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? RequestId { get; init; }

    public TimeSpan? TimeToFirstContent { get; init; }
}
