using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>Chooses the fallback that a fix inserts. The same inputs always give the same choice.</summary>
internal static class FallbackChoice
{
    /// <summary>
    /// The model of the primary's provider that is live without an announced end, general-purpose, allowed, known to cover the
    /// needs and not excluded; of those the nearest in output price, then in input price, then the newest, then the first
    /// by id. An unknown price is farther than any other. Null if there is no such model.
    /// </summary>
    public static ModelFacts? Choose(
        ModelFacts primary, ChainNeeds needs, ModelCatalog catalog, CatalogDate today, EquatableArray<string> excludedIds)
    {
        ModelFacts? best = null;
        foreach (var model in catalog.Models)
        {
            if (IsEligible(model, primary, needs, catalog, today)
                && !excludedIds.Contains(model.Id)
                && (best is null || Compare(model, best, primary) < 0))
            {
                best = model;
            }
        }

        return best;
    }

    private static bool IsEligible(ModelFacts model, ModelFacts primary, ChainNeeds needs, ModelCatalog catalog, CatalogDate today) =>
        model.Id != primary.Id
        && model.Provider is { } provider && provider == primary.Provider
        && model.Purpose is ModelPurpose.General or ModelPurpose.Chat
        && model.IsLiveForGood(today)
        && needs.FitOf(model) == NeedsFit.Covers
        && catalog.IsAllowed(model.Id)
        && catalog.Resolve(model.Id).Id == model.Id; // An alias may have taken the id's name for another model.

    private static int Compare(ModelFacts left, ModelFacts right, ModelFacts primary)
    {
        var order = Distance(left.Price?.Output, primary.Price?.Output).CompareTo(Distance(right.Price?.Output, primary.Price?.Output));
        order = order != 0 ? order : Distance(left.Price?.Input, primary.Price?.Input).CompareTo(Distance(right.Price?.Input, primary.Price?.Input));
        order = order != 0 ? order : -Nullable.Compare(left.Released, right.Released);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private static decimal Distance(decimal? price, decimal? wanted) => Math.Abs(price - wanted ?? decimal.MaxValue);
}
