namespace TypedLlm.Simulator;

/// <summary>Everything that a response will say, settled before its first byte is sent.</summary>
internal sealed record Answer(TextRequest Request)
{
    public required string ResponseId { get; init; }

    /// <summary>The function that is called, with the text as its arguments; null for a message.</summary>
    public string? Function { get; init; }

    public required string MessageId { get; init; }

    public required string ReasoningId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Model { get; init; }

    public required string ServiceTier { get; init; }

    /// <summary>The pieces of the text that are sent; one counts as a token.</summary>
    public required IReadOnlyList<string> Deltas { get; init; }

    public required int InputTokens { get; init; }

    public required int ReasoningTokens { get; init; }

    public string? ReasoningSummary { get; init; }

    public bool IsRefusal { get; init; }

    public AnswerEnding? Ending { get; init; }

    public UsageShape Usage { get; init; }

    public bool ExtraKeys { get; init; }

    public string Text => field ??= string.Concat(Deltas);

    /// <summary>What the result of the call would refer to.</summary>
    public string CallId => $"call_{MessageId[^24..]}";

    public int OutputTokens => ReasoningTokens + Deltas.Count;

    public bool IsFailure => Ending is { Kind: not EndingKind.Incomplete };

    /// <summary>A response that ends early without text has no message item.</summary>
    public bool HasMessage => Ending is null || Deltas.Count > 0;

    public bool HasReasoning => (ReasoningTokens > 0 || ReasoningSummary is not null) && (HasMessage || !IsFailure);

    public string Status => Ending?.Kind switch
    {
        null => "completed",
        EndingKind.Incomplete => "incomplete",
        _ => "failed",
    };
}
