using TypedLlm.Catalog;
using TypedLlm.Routing;
using TypedLlm.Tool.Catalogs;

namespace TypedLlm.Tool.Probes;

/// <summary>What probes of a model cost by the catalog.</summary>
internal sealed class ProbePrices(ModelFacts? facts)
{
    /// <summary>Where the catalog does not say otherwise, a batch costs half.</summary>
    private const decimal BatchMultiplier = 0.5m;

    private decimal Batch => facts?.Price?.BatchMultiplier ?? BatchMultiplier;

    /// <summary>The most that a probe can cost in USD; null if that is not known.</summary>
    public decimal? Highest(ProbeLoad load, string? tier) =>
        IsBounded(tier) ? CallCost.Highest(facts?.Price, load.Input, load.Output, tier: null) * (load.IsBatch ? Batch : 1) : null;

    /// <summary>Whether a tier costs at most what the catalog says: flex costs less than the standard, others more, and nobody says how much.</summary>
    public static bool IsBounded(string? tier) => tier is null or "auto" or "default" or "flex";

    public decimal? Of(LlmUsage? usage, string? tier, bool isBatch) =>
        ModelCost.Of(facts?.Price, usage, isBatch ? null : tier) * (isBatch ? Batch : 1);
}
