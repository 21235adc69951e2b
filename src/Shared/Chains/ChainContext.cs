using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>
/// A resolved chain with what its rules look at. Each place has one suggestion, whatever is wrong there; no suggestion raises a finding of its
/// own, and what one place is given is not given to a later one, so that all fixes of a chain can be taken alone and together.
/// </summary>
internal sealed class ChainContext(IReadOnlyList<ModelResolution> chain, ChainNeeds needs, ChainOptions options, ModelCatalog catalog)
{
    private readonly List<string> _taken = IdsOf(chain);
    private readonly Dictionary<int, ReplacementModel?> _replacements = [];

    public IReadOnlyList<ModelResolution> Chain => chain;

    public ChainNeeds Needs => needs;

    public ChainOptions Options => options;

    public ModelCatalog Catalog => catalog;

    public CatalogDate Today => options.Today;

    /// <summary>The fallback for a chain that has none.</summary>
    public ModelFacts? ChooseFallback(ModelFacts primary)
    {
        var choice = FallbackChoice.Choose(primary, needs, catalog, Today, Excluded(chain.Count));
        Take(choice?.Id);
        return choice;
    }

    /// <summary>What to write in place of a model that the catalog knows.</summary>
    public ReplacementModel? ChooseReplacement(int index)
    {
        if (!_replacements.TryGetValue(index, out var choice))
        {
            choice = ReplacementChoice.Choose(chain[index].Facts!, needs, catalog, Today, Excluded(index));
            _replacements.Add(index, choice);
            Take(choice?.Facts.Id);
        }

        return choice;
    }

    /// <summary>The names nearest to one that is not known, without those of models that the chain has.</summary>
    public IReadOnlyList<string> Nearest(string name, int max)
    {
        var nearest = new List<string>();
        foreach (var candidate in catalog.Nearest(name, max + _taken.Count))
        {
            if (nearest.Count < max && catalog.Resolve(candidate).Id is var id && !_taken.Contains(id) && !LockRules.Excludes(id, this))
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

    /// <summary>The ids of models that would be wrong at a place, or stand at another one.</summary>
    public EquatableArray<string> Excluded(int index)
    {
        var excluded = new List<string>(_taken);
        foreach (var model in catalog.Models)
        {
            if (RetirementRules.IsRetiring(model, options)
                || LockRules.Excludes(model.Id, this)
                || (index == 0 ? SpoilsFallbacks(model) : SpoilsChain(model)))
            {
                excluded.Add(model.Id);
            }
        }

        return EquatableArray<string>.From(excluded);
    }

    /// <summary>Whether a fallback would be wrong behind the primary as it is, or behind the one that is suggested.</summary>
    private bool SpoilsChain(ModelFacts fallback) =>
        IsWrongBehind(chain[0].Facts, fallback)
        || (_replacements.TryGetValue(0, out var replacement) && IsWrongBehind(replacement?.Facts, fallback));

    /// <summary>Whether fallbacks that are right behind the primary would be wrong behind another.</summary>
    private bool SpoilsFallbacks(ModelFacts primary)
    {
        for (var i = 1; i < chain.Count; i++)
        {
            if (chain[i].Facts is { } fallback && IsWrongBehind(primary, fallback) && !IsWrongBehind(chain[0].Facts, fallback))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWrongBehind(ModelFacts? primary, ModelFacts fallback) =>
        primary is not null
        && (PriceRatio.IsExceeded(fallback, primary, options.MaxFallbackPriceRatio) || RetirementRules.EndsWith(primary, fallback, Today));

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
