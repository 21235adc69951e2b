using System.Globalization;
using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What speaks against a model for a kind of work, from what it is made for and what it costs.</summary>
internal static class WorkloadAdvice
{
    /// <summary>In US dollars per million output tokens: what is cheaper is a small model.</summary>
    private const decimal SmallModel = 5;

    /// <summary>In US dollars per million output tokens: what is dearer is not for many calls.</summary>
    private const decimal LargeModel = 15;

    /// <summary>The objection as part of a sentence; null if there is none, or too little is known.</summary>
    public static string? Objection(string workload, ModelFacts model) => workload switch
    {
        "Chat" => OfPurpose(model, ModelPurpose.Pro, ModelPurpose.Research, ModelPurpose.Codex),
        "Structured" => OfPurpose(model, ModelPurpose.Research, ModelPurpose.Codex)
            ?? (model.Capabilities?.Responses?.Structured == false ? "cannot answer in a strict schema" : null),
        "HighStakes" => model.Price?.Output is { } price and < SmallModel ? Costs(price, "at least", SmallModel) : null,
        "Bulk" => OfPurpose(model, ModelPurpose.Pro, ModelPurpose.Research)
            ?? (model.Price?.Output is { } price and > LargeModel ? Costs(price, "at most", LargeModel) : null),
        _ => null,
    };

    private static string? OfPurpose(ModelFacts model, params ModelPurpose[] unsuited) =>
        model.Purpose is { } purpose && Array.IndexOf(unsuited, purpose) >= 0 ? $"is made for {CatalogWords.Purposes[(int)purpose]}" : null;

    private static string Costs(decimal price, string bound, decimal limit) => string.Format(
        CultureInfo.InvariantCulture, "costs {0} US dollars per million output tokens, not {1} {2}", price, bound, limit);
}
