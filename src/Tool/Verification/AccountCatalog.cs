using TypedLlm.Catalog;

namespace TypedLlm.Tool.Verification;

/// <summary>Lays what the account says of dates over a catalog, for one run.</summary>
internal static class AccountCatalog
{
    public static ModelCatalog Over(ModelCatalog catalog, IEnumerable<ModelObservation> observations)
    {
        var entries = new List<CatalogEntry>();
        foreach (var observation in observations)
        {
            if (observation.Listed?.ShutdownDate is { } date && catalog.Find(observation.Target.Id) is { } facts && facts.ShutdownDate != date)
            {
                entries.Add(EntryOf(observation.Target.Id, date, facts));
            }
        }

        return entries.Count == 0 ? catalog : catalog.With(new CatalogFile { Models = entries });
    }

    // A snapshot has the facts of its model, and becomes an entry of its own with them.
    private static CatalogEntry EntryOf(string id, CatalogDate date, ModelFacts facts) => new(
        facts with { Id = id, ShortNames = default, Snapshots = default, ShutdownDate = date },
        JsonReader.Read($$"""{ "shutdownDate": "{{date}}" }""", out _)!);
}
