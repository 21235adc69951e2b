using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>
/// Lays what was seen of an account over a catalog, for one run: the days that it names, and what the catalog denies but was tried. Whether
/// that works then is in the lock, with what works instead.
/// </summary>
internal static class AccountCatalog
{
    public static ModelCatalog Over(ModelCatalog catalog, IEnumerable<ModelObservation> observations)
    {
        var entries = observations.Select(observation => EntryOf(observation, catalog)).OfType<CatalogEntry>().ToList();
        return entries.Count == 0 ? catalog : catalog.With(new CatalogFile { Models = entries });
    }

    /// <summary>What works although the catalog says that it does not, as sentences without a full stop.</summary>
    public static IEnumerable<string> Contradictions(ModelObservation observation) =>
        from result in Denied(observation, observation.Target.Facts)
        where result.Verdict == ProbeVerdict.Works
        select $$"""{{WireWords.Of(result.Request)}} works with '{{observation.Target.Id}}', which the catalog denies; builds believe it with { "id": "{{observation.Target.Id}}", "capabilities": { {{TermOf(result)}} } } under "models" in typedllm.models.json""";

    private static CatalogEntry? EntryOf(ModelObservation observation, ModelCatalog catalog)
    {
        if (catalog.Find(observation.Target.Id) is not { } facts)
        {
            return null;
        }

        var terms = Denied(observation, facts).GroupBy(static result => result.Request.Endpoint)
            .Select(static kind => $$"""{{Quoted(WireWords.Of(kind.Key))}}: { {{string.Join(", ", kind.Select(static result => $"{Quoted(WireWords.Of(result.Request.Kind))}: true").Distinct())}} }""").ToList();
        var fields = new List<string>();
        if (terms.Count > 0)
        {
            fields.Add($$"""{{Quoted("capabilities")}}: { {{string.Join(", ", terms)}} }""");
        }

        if (observation.Listed?.ShutdownDate is { } date && facts.ShutdownDate != date)
        {
            fields.Add($"{Quoted("shutdownDate")}: {Quoted(date.ToString())}");
        }

        if (fields.Count == 0)
        {
            return null;
        }

        // A snapshot has the facts of its model, and becomes an entry of its own with them.
        var source = JsonReader.Read($"{{ {string.Join(", ", fields)} }}", out _)!;
        var own = facts with { Id = observation.Target.Id, ShortNames = default, Snapshots = default };
        return new CatalogEntry(ModelFactsReader.Read(source, own, new CatalogValues([])), source);
    }

    /// <summary>What was tried and learned although the catalog says that the model, which it offers there, cannot do it.</summary>
    private static IEnumerable<ProbeResult> Denied(ModelObservation observation, ModelFacts? facts) => facts is null
        ? []
        : observation.Results.Where(result =>
            result is { Verdict: not ProbeVerdict.NotLearned, IsNoAccess: false, Request: { Kind: not ProbeKind.Call, Endpoint: var endpoint } }
            && facts.Capabilities?.On(endpoint) is not null
            && NamedNeed.NeedsOf([new NamedNeed(result.Request.Kind, endpoint)], endpoint).FitOf(facts) == NeedsFit.Refuses);

    private static string TermOf(ProbeResult result) =>
        $$"""{{Quoted(WireWords.Of(result.Request.Endpoint))}}: { {{Quoted(WireWords.Of(result.Request.Kind))}}: true }""";

    private static string Quoted(string word) => $"\"{word}\"";
}
