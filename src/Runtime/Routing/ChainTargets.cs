using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;

namespace TypedLlm.Routing;

/// <summary>Resolves the chain of a method, and says which of its models are asked. Knows neither services nor keys.</summary>
internal static class ChainTargets
{
    /// <param name="method">The method.</param>
    /// <param name="configured">The chain that the settings have for it, if they have one.</param>
    /// <param name="catalog">The catalog that its names are looked up in.</param>
    /// <param name="today">The date that counts.</param>
    /// <exception cref="LlmException">A model is not known, or the chain or a setting cannot serve the method.</exception>
    public static IReadOnlyList<ChainTarget> Resolve(EndpointMethod method, ConfiguredChain? configured, ModelCatalog catalog, CatalogDate today)
    {
        if (CallSettings.ProblemOf(method) is { } unusable)
        {
            throw new LlmException(LlmFailureKind.Configuration, $"{method.Endpoint}.{method.Name}: {unusable}.");
        }

        ChainRefusal.Check(method, configured, CallSettings.NeedsOf(method), catalog, today);
        var targets = new List<ChainTarget>();
        foreach (var written in configured?.Names ?? method.Chain)
        {
            var model = catalog.Resolve(written);
            targets.Add(new ChainTarget(written, model.Id, model.Facts!, ObstacleOf(model, targets, method, catalog)));
        }

        return targets;
    }

    /// <summary>Whether some target takes what the call sends; if none does, the service decides.</summary>
    public static bool SomeServe(IReadOnlyList<ChainTarget> targets, CallNeeds needs, CatalogDate today)
    {
        foreach (var target in targets)
        {
            if (target.ObstacleOn(today) is null && needs.FitOf(target.Facts) != NeedsFit.Refuses)
            {
                return true;
            }
        }

        return false;
    }

    private static string? ObstacleOf(ModelResolution model, List<ChainTarget> earlier, EndpointMethod method, ModelCatalog catalog)
    {
        if (earlier.Any(target => target.Id == model.Id))
        {
            return "stands earlier in the chain";
        }

        if (!catalog.IsAllowed(model.Id))
        {
            return $"not allowed by {TypedLlmOptions.SectionName}:Allow and {TypedLlmOptions.SectionName}:Deny, or by allow and deny in typedllm.models.json";
        }

        if (model.Facts!.Capabilities is { Responses: null })
        {
            return "not offered on the Responses API";
        }

        return earlier.Count > 0 && PriceRatio.IsExceeded(model.Facts, earlier[0].Facts, method.MaxFallbackPriceRatio)
            ? FormattableString.Invariant($"costs more than {method.MaxFallbackPriceRatio} times the primary (MaxFallbackPriceRatio)")
            : null;
    }
}
