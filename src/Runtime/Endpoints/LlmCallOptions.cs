namespace TypedLlm;

/// <summary>Settings of a single call, given as a parameter of an endpoint method. They win over the attributes.</summary>
public sealed record LlmCallOptions
{
    /// <summary>
    /// Called once when the answer is whole, with model, usage, cost and attempts, before the call returns or its stream ends. What it throws,
    /// the call throws. Meant for streams of plain strings.
    /// </summary>
    public Action<LlmResult<string>>? OnCompleted { get; init; }

    /// <summary>How much the model reasons.</summary>
    public Effort? Effort { get; init; }

    /// <summary>Sampling temperature, 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most tokens the model may produce; at least 16.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The processing tier.</summary>
    public ServiceTier? ServiceTier { get; init; }

    /// <summary>The deadline of the whole call over all attempts.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Sent as the request's metadata: at most 16 pairs, keys up to 64 characters, values up to 512.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
