namespace TypedLlm.Catalog;

/// <summary>Prices of the whole request once its input is longer than a limit; null is unknown.</summary>
internal sealed record LongContextPrice
{
    public int? AboveInputTokens { get; init; }

    public decimal? Input { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? Output { get; init; }
}
