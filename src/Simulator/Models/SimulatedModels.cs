using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>The models that are served: those of the catalog that are not shut down on the simulator's clock, and those of the options,
/// as far as the account has them.</summary>
internal sealed class SimulatedModels(ModelCatalog catalog, SimulatorOptions options)
{
    private readonly AccessRules _access = new(options);

    private CatalogDate Today => CatalogDate.From(options.Clock.GetUtcNow());

    /// <summary>Every name that can be called, each with its facts.</summary>
    public IEnumerable<(string Id, ModelFacts Facts)> All => catalog.Models
        .SelectMany(facts => facts.Snapshots.Append(facts.Id))
        .Distinct()
        .Select(id => (id, catalog.Find(id)!))
        .Where(model => !model.Item2.IsShutDown(Today))
        .Concat(options.AdditionalModels.Select(id => (id, new ModelFacts { Id = id })))
        .Where(model => _access.Has(model.Item1, model.Item2));

    /// <summary>The model that <paramref name="id"/> names by id or snapshot; null if there is none, it was shut down, or the account lacks it.</summary>
    public SimulatedModel? Find(string id)
    {
        if (options.AdditionalModels.Contains(id))
        {
            var unknown = new ModelFacts { Id = id };
            return _access.Has(id, unknown) ? new SimulatedModel(id, id, unknown) : null;
        }

        if (catalog.Find(id) is not { } facts || facts.IsShutDown(Today) || !_access.Has(id, facts))
        {
            return null;
        }

        var echo = facts.Id == id ? facts.Snapshots.FirstOrDefault(IsServed) ?? id : id;
        return new SimulatedModel(id, echo, facts);
    }

    private bool IsServed(string id) => catalog.Find(id) is { } facts && !facts.IsShutDown(Today);
}
