using System.Globalization;
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

    public static ChainProblem? Check(int index, ModelFacts facts, ChainContext context)
    {
        var ratio = context.Options.MaxFallbackPriceRatio;
        if (index == 0 || context.Chain[0].Facts is not { } primary || !IsExceeded(facts, primary, ratio))
        {
            return null;
        }

        var replacement = context.ChooseReplacement(index);
        return new ChainProblem(
            DiagnosticIds.FallbackTooDear,
            index,
            context.Chain[index].Name,
            new([
                ChainWords.Subject(context.Chain[index]),
                Invariant(facts.Price?.Output),
                Invariant(primary.Price?.Output),
                context.Chain[0].Name,
                Invariant(ratio),
                ChainWords.Use(replacement),
            ]),
            ChainWords.One(replacement?.Facts.Id));
    }

    private static string Invariant(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
