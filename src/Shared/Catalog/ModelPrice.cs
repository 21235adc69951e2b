namespace TypedLlm.Catalog;

/// <summary>Prices of the standard tier.</summary>
internal sealed record ModelPrice : TokenPrices
{
    public LongContextPrice? LongContext { get; init; }

    /// <summary>What a batch costs as a part of the standard price.</summary>
    public decimal? BatchMultiplier { get; init; }
}
