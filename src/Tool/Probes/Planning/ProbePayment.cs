namespace TypedLlm.Tool.Probes;

/// <summary>What one probe costs: reserved before it is sent, counted by what the service says.</summary>
/// <param name="prices">The prices of its model.</param>
/// <param name="budget">What may still be spent.</param>
/// <param name="highest">The most that it can cost; null if that is not known.</param>
internal sealed class ProbePayment(ProbePrices prices, ProbeBudget budget, decimal? highest)
{
    private bool _isPartial;

    /// <summary>The sum in USD; null if the service told nothing, or something has no known price.</summary>
    public decimal? Cost { get; private set; }

    /// <summary>Whether the budget has room for the same once more.</summary>
    public bool TryRepeat() => budget.TryReserve(highest);

    public void Add(LlmUsage? usage, string? tier, bool isBatch)
    {
        var cost = prices.Of(usage, tier, isBatch);
        _isPartial |= cost is null;
        Cost = _isPartial ? null : (Cost ?? 0) + cost;
    }
}
