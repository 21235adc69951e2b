using TypedLlm.Catalog;
using TypedLlm.Routing;

namespace TypedLlm.Tool.Probes;

/// <summary>What probes of a model cost by the catalog.</summary>
internal sealed class ProbePrices(ModelFacts? facts)
{
    /// <summary>Where the catalog does not say otherwise, a batch costs half.</summary>
    private const decimal BatchMultiplier = 0.5m;

    private decimal Batch => facts?.Price?.BatchMultiplier ?? BatchMultiplier;

    /// <summary>The most that a probe can cost in USD; null if that is not known.</summary>
    public decimal? Highest(ProbeLoad load, string? tier) => tier switch
    {
        // Flex costs less than the standard that is known, other tiers more.
        null or "auto" or "default" or "flex" => Of(new LlmUsage(load.Input, load.Output), null, load.IsBatch),
        _ => null,
    };

    public decimal? Of(LlmUsage? usage, string? tier, bool isBatch) =>
        ModelCost.Of(facts?.Price, usage, isBatch ? null : tier) * (isBatch ? Batch : 1);
}
