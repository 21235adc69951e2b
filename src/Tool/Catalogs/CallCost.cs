using TypedLlm.Catalog;
using TypedLlm.CompilerServices;
using TypedLlm.Routing;

namespace TypedLlm.Tool.Catalogs;

/// <summary>The most that one request can cost.</summary>
internal static class CallCost
{
    /// <summary>In USD, with the longest input and the longest answer that model and method allow; null if a limit or a price is not known.</summary>
    /// <param name="model">The model that answers.</param>
    /// <param name="method">The method that calls; null for one without limits of its own.</param>
    /// <param name="inputTokens">How long the input is at most; null for what the model takes.</param>
    public static decimal? Highest(ModelFacts model, EndpointMethod? method = null, int? inputTokens = null) =>
        CallLimits.Of(model, method, inputTokens) is { } limits ? Highest(model.Price, limits.Input, limits.Output, TierOf(method)) : null;

    /// <summary>In USD, for so many tokens; null if a price is not known. All of the input may be written to the cache, which some models charge more for.</summary>
    public static decimal? Highest(ModelPrice? price, long input, long output, string? tier)
    {
        var read = ModelCost.Of(price, new LlmUsage(input, output), tier);
        var written = ModelCost.Of(price, new LlmUsage(input, output) { CacheWriteTokens = input }, tier);
        return written > read ? written : read;
    }

    /// <summary>The tier that a method sends, as on the wire.</summary>
    public static string? TierOf(EndpointMethod? method) => method?.ServiceTier is { } tier ? ServiceTierWords.Of(tier) : null;
}
