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
}
