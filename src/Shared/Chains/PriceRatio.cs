using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>How many times the primary's output price a fallback may cost.</summary>
internal static class PriceRatio
{
    // Farther apart than any two prices, and within what a decimal can be multiplied by.
    private const double Highest = 1e15;

    /// <summary>Whether a fallback is known to cost more; what is no ratio is no limit.</summary>
    public static bool IsExceeded(ModelFacts fallback, ModelFacts primary, double? ratio) =>
        ratio is { } limit and >= 0 && fallback.Price?.Output > (decimal)Math.Min(limit, Highest) * primary.Price?.Output;
}
