namespace TypedLlm.Catalog;

/// <summary>Prices of the standard tier in US dollars per million tokens; null is unknown, never free.</summary>
internal sealed record ModelPrice
{
    public decimal? Input { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? Output { get; init; }

    public LongContextPrice? LongContext { get; init; }

    /// <summary>What a batch costs as a part of the standard price.</summary>
    public decimal? BatchMultiplier { get; init; }
}
