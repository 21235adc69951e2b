using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>Chooses what a fix writes in place of a model that is shut down.</summary>
internal static class ReplacementChoice
{
    /// <summary>
    /// The first live one of the catalog's replacements, unless it is known to refuse the needs or to serve them less surely, is not allowed or is
    /// excluded; else the choice of <see cref="FallbackChoice"/>. Null if there is none.
    /// </summary>
    public static ReplacementModel? Choose(
        ModelFacts retired, ChainNeeds needs, ModelCatalog catalog, CatalogDate today, EquatableArray<string> excludedIds)
    {
        if (catalog.LiveReplacement(retired, today) is { } named
            && needs.FitOf(named.Facts) <= NeedsFit.Unknown
            && catalog.IsAllowed(named.Facts.Id)
            && catalog.Resolve(named.Facts.Id).Id == named.Facts.Id
            && !excludedIds.Contains(named.Facts.Id))
        {
            return named;
        }

        return FallbackChoice.Choose(retired, needs, catalog, today, excludedIds) is { } model ? new ReplacementModel(model, null) : null;
    }
}
