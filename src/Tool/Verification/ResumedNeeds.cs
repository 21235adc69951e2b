using TypedLlm.Chains;
using TypedLlm.Locks;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>Holds models to what an earlier run asked of them, where this run took up what that one left pending.</summary>
internal static class ResumedNeeds
{
    /// <summary>The chains; those of named models have to do that, too, and models that are not named are judged for it by themselves.</summary>
    public static IEnumerable<CheckedChain> Add(IReadOnlyList<CheckedChain> chains, IReadOnlyList<ModelObservation> observations)
    {
        var needs = observations.ToLookup(static observation => observation.Target.Id, NeedsOf);
        foreach (var chain in chains)
        {
            yield return chain.Method is null ? chain with { Needs = [.. chain.Needs, .. chain.Names.SelectMany(name => needs[chain.Catalog.Resolve(name).Id].SelectMany(static all => all))] } : chain;
        }

        var named = chains.Where(static chain => chain.Method is null).SelectMany(static chain => chain.Names.Select(name => chain.Catalog.Resolve(name).Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var model in needs.Where(model => !named.Contains(model.Key) && model.Any(static all => all.Length > 0)))
        {
            var chain = chains.First(chain => chain.Names.Any(name => chain.Catalog.Resolve(name).Id == model.Key));
            yield return new CheckedChain(null, [model.Key], [.. model.SelectMany(static all => all)], chain.Catalog)
            {
                Options = new ChainOptions(chain.Options.Today) { Lock = ModelLock.None, RequireFallback = false },
                IsJudgedByNeedsAlone = true,
            };
        }
    }

    private static MethodNeeds[] NeedsOf(ModelObservation observation) =>
    [
        .. observation.Results.Select(static result => result.Request)
            .Where(request => request.Kind == ProbeKind.Batch && !observation.Target.Requests.Contains(request))
            .Select(static request => new NamedNeed(request.Kind, request.Endpoint)).Distinct()
            .Select(static need => new MethodNeeds(NamedNeed.NeedsOf([need], need.Endpoint), _ => $"--need {need} of an earlier run asks for it")),
    ];
}
