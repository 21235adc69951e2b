namespace TypedLlm.Routing;

/// <summary>The attempts of one call in order, with the targets that were passed over.</summary>
internal sealed class AttemptLedger
{
    private readonly List<LlmAttempt> _attempts = new(1);

    /// <summary>Whether a model failed or was left alone because it had; a model that is never asked is no failure.</summary>
    public bool IsDegraded { get; private set; }

    public void Add(LlmAttempt attempt, bool degrades = false)
    {
        _attempts.Add(attempt);
        IsDegraded |= degrades;
    }

    public IReadOnlyList<LlmAttempt> ToList() => _attempts.ToArray();

    /// <summary>Tokens of all attempts whose usage is known. Null if none is.</summary>
    public LlmUsage? Usage()
    {
        LlmUsage? sum = null;
        foreach (var attempt in _attempts)
        {
            sum = attempt.Usage is { } usage && sum is not null ? Sum(sum, usage) : attempt.Usage ?? sum;
        }

        return sum;
    }

    /// <summary>What all attempts cost whose cost is known. Null if none is.</summary>
    public decimal? Cost()
    {
        decimal? sum = null;
        foreach (var attempt in _attempts)
        {
            sum = attempt.Cost is { } cost ? (sum ?? 0) + cost : sum;
        }

        return sum;
    }

    private static LlmUsage Sum(LlmUsage first, LlmUsage second) => new(first.InputTokens + second.InputTokens, first.OutputTokens + second.OutputTokens)
    {
        CachedInputTokens = first.CachedInputTokens + second.CachedInputTokens,
        CacheWriteTokens = first.CacheWriteTokens + second.CacheWriteTokens,
        ReasoningTokens = first.ReasoningTokens + second.ReasoningTokens,
    };
}
