using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>A resolved chain with what its rules look at.</summary>
internal sealed class ChainContext(IReadOnlyList<ModelResolution> chain, ChainNeeds needs, CatalogDate today, ModelCatalog catalog)
{
    private readonly EquatableArray<string> _ids = IdsOf(chain);

    public IReadOnlyList<ModelResolution> Chain => chain;

    public CatalogDate Today => today;

    public ModelCatalog Catalog => catalog;

    public ModelFacts? ChooseFallback(ModelFacts primary) => FallbackChoice.Choose(primary, needs, catalog, today, _ids);

    public ReplacementModel? ChooseReplacement(ModelFacts retired) => ReplacementChoice.Choose(retired, needs, catalog, today, _ids);

    /// <summary>Whether a fallback is live and another model than the primary.</summary>
    public bool HasWorkingFallback()
    {
        for (var i = 1; i < chain.Count; i++)
        {
            if (chain[i].Facts is { } facts && !facts.IsShutDown(today) && chain[i].Id != chain[0].Id)
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<string> IdsOf(IReadOnlyList<ModelResolution> chain)
    {
        var ids = new string[chain.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = chain[i].Id;
        }

        return new EquatableArray<string>(ids);
    }
}
