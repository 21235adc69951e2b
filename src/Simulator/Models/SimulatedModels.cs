using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>The models that are served: those of the catalog that are not shut down on the simulator's clock, and those of the options.</summary>
internal sealed class SimulatedModels(ModelCatalog catalog, SimulatorOptions options)
{
    private CatalogDate Today => CatalogDate.From(options.Clock.GetUtcNow());

    /// <summary>Every name that can be called, each with its facts.</summary>
    public IEnumerable<(string Id, ModelFacts Facts)> All => catalog.Models
        .SelectMany(facts => facts.Snapshots.Append(facts.Id))
        .Distinct()
        .Select(id => (id, catalog.Find(id)!))
        .Where(model => !model.Item2.IsShutDown(Today))
        .Concat(options.AdditionalModels.Select(id => (id, new ModelFacts { Id = id })));

    /// <summary>The model that <paramref name="id"/> names by id or snapshot; null if there is none or it was shut down.</summary>
    public SimulatedModel? Find(string id)
    {
        if (options.AdditionalModels.Contains(id))
        {
            return new SimulatedModel(id, id, new ModelFacts { Id = id });
        }

        if (catalog.Find(id) is not { } facts || facts.IsShutDown(Today))
        {
            return null;
        }

        var echo = facts.Id == id ? facts.Snapshots.FirstOrDefault(IsServed) ?? id : id;
        return new SimulatedModel(id, echo, facts);
    }

    private bool IsServed(string id) => catalog.Find(id) is { } facts && !facts.IsShutDown(Today);
}
