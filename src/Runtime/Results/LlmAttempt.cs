namespace TypedLlm;

/// <summary>One entry of the ledger of a call: a request that was sent, or a target that was passed over.</summary>
/// <param name="Model">The model id as sent, or as it would have been.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record LlmAttempt(string Model, AttemptOutcome Outcome)
{
    /// <summary>What failed. Null on success.</summary>
    public LlmFailureKind? Failure { get; init; }

    /// <summary>A sentence of TypedLlm's own about the failure or the skip. Never text of the service, the prompt or the answer.</summary>
    public string? Reason { get; init; }

    /// <summary>The HTTP status that refused the request. Null if the request was accepted, or no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The service's error code, such as <c>model_not_found</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The service's request id (<c>x-request-id</c>), for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the response, where one was created.</summary>
    public string? ResponseId { get; init; }

    /// <summary>When the attempt began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, waiting before it not included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The time to the first content. Null if none came.</summary>
    public TimeSpan? TimeToFirstContent { get; init; }

    /// <summary>Tokens used. Null if the service did not say.</summary>
    public LlmUsage? Usage { get; init; }

    /// <summary>Cost in USD by the catalog's prices. Null if usage or price is unknown; never 0 for unknown.</summary>
    public decimal? Cost { get; init; }
}
