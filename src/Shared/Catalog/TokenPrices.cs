namespace TypedLlm.Catalog;

/// <summary>What tokens cost in US dollars per million; null is unknown, never free.</summary>
internal abstract record TokenPrices
{
    public decimal? Input { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? Output { get; init; }
}
