using TypedLlm.Catalog;

namespace TypedLlm.Routing;

/// <summary>What a response costs by the catalog's prices. Unknown as soon as one price that it needs is.</summary>
internal static class ModelCost
{
    private const decimal TokensPerPrice = 1_000_000m;

    /// <param name="price">The prices of the model; null is unknown.</param>
    /// <param name="usage">What the service counted; null is unknown.</param>
    /// <param name="tier">The tier that served it, as the service named it. The catalog has prices of the standard tier only.</param>
    public static decimal? Of(ModelPrice? price, LlmUsage? usage, string? tier)
    {
        if (price is null || usage is null || tier is not (null or "default" or "auto" or "standard"))
        {
            return null;
        }

        var isLong = price.LongContext is { AboveInputTokens: { } limit } && usage.InputTokens > limit;
        var (input, cached, written, output) = isLong
            ? (price.LongContext!.Input, price.LongContext.CachedInput, price.LongContext.CacheWrite, price.LongContext.Output)
            : (price.Input, price.CachedInput, price.CacheWrite, price.Output);

        var fresh = Math.Max(0, usage.InputTokens - usage.CachedInputTokens - usage.CacheWriteTokens);
        return (Part(fresh, input) + Part(usage.CachedInputTokens, cached) + Part(usage.CacheWriteTokens, written) + Part(usage.OutputTokens, output))
            / TokensPerPrice;
    }

    private static decimal? Part(long tokens, decimal? price) => tokens == 0 ? 0 : tokens * price;
}
