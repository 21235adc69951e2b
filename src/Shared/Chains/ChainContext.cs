using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>
/// A resolved chain with what its rules look at. What one problem suggests is not suggested to a later one, so that
/// all fixes of a chain can be taken together.
/// </summary>
internal sealed class ChainContext(IReadOnlyList<ModelResolution> chain, ChainNeeds needs, ChainOptions options, ModelCatalog catalog)
{
    private readonly List<string> _taken = IdsOf(chain);

    public IReadOnlyList<ModelResolution> Chain => chain;

    public CatalogDate Today => options.Today;

    public ModelFacts? ChooseFallback(ModelFacts primary)
    {
        var choice = FallbackChoice.Choose(primary, needs, catalog, Today, Excluded(isFallback: true));
        Take(choice?.Id);
        return choice;
    }

    public ReplacementModel? ChooseReplacement(ModelFacts retired, bool isFallback)
    {
        var choice = ReplacementChoice.Choose(retired, needs, catalog, Today, Excluded(isFallback));
        Take(choice?.Facts.Id);
        return choice;
    }

    /// <summary>The names nearest to one that is not known, without those of models that the chain has.</summary>
    public IReadOnlyList<string> Nearest(string name, int max)
    {
        var nearest = new List<string>();
        foreach (var candidate in catalog.Nearest(name, max + _taken.Count))
        {
            if (nearest.Count < max && !_taken.Contains(catalog.Resolve(candidate).Id))
            {
                nearest.Add(candidate);
            }
        }

        Take(nearest.Count == 0 ? null : catalog.Resolve(nearest[0]).Id);
        return nearest;
    }

    /// <summary>Whether a fallback is live and another model than the primary.</summary>
    public bool HasWorkingFallback()
    {
        for (var i = 1; i < chain.Count; i++)
        {
            if (chain[i].Facts is { } facts && !facts.IsShutDown(Today) && chain[i].Id != chain[0].Id)
            {
                return true;
            }
        }

        return false;
    }

    private EquatableArray<string> Excluded(bool isFallback)
    {
        var excluded = new List<string>(_taken);
        if (isFallback && chain[0].Facts is { } primary)
        {
            foreach (var model in catalog.Models)
            {
                if (PriceRatio.IsExceeded(model, primary, options.MaxFallbackPriceRatio))
                {
                    excluded.Add(model.Id);
                }
            }
        }

        return EquatableArray<string>.From(excluded);
    }

    private void Take(string? id)
    {
        if (id is not null)
        {
            _taken.Add(id);
        }
    }

    private static List<string> IdsOf(IReadOnlyList<ModelResolution> chain)
    {
        var ids = new List<string>(chain.Count);
        foreach (var model in chain)
        {
            ids.Add(model.Id);
        }

        return ids;
    }
}
