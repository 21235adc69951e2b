using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Tool.Replacements;

/// <summary>What can stand in place of a model of a chain: the choice of the editor's fix first, then what it would choose without that, and so on.</summary>
/// <param name="chain">The names as written.</param>
/// <param name="index">The place of the model, which the catalog knows.</param>
/// <param name="needs">What the calls need.</param>
/// <param name="options">What the chain is judged by.</param>
/// <param name="catalog">What is known about models.</param>
internal sealed class ReplacementSearch(IReadOnlyList<string> chain, int index, ChainNeeds needs, ChainOptions options, ModelCatalog catalog)
{
    private readonly ModelFacts _old = catalog.Resolve(chain[index]).Facts!;

    public IReadOnlyList<ReplacementModel> Rank()
    {
        var excluded = new ChainContext([.. chain.Select(catalog.Resolve)], needs, options, catalog).Excluded(index);
        var ranked = new List<ReplacementModel>();
        while (ReplacementChoice.Choose(_old, needs, catalog, options.Today, excluded) is { } next)
        {
            ranked.Add(next);
            excluded = EquatableArray<string>.From([.. excluded, next.Facts.Id]);
        }

        return ranked;
    }

    /// <summary>Why a model is none of them.</summary>
    public string ReasonAgainst(ModelFacts model)
    {
        var resolved = catalog.Resolve(model.Id);
        return model switch
        {
            _ when chain.Any(name => catalog.Resolve(name).Id == model.Id) => "stands in the chain already",
            _ when resolved.Id != model.Id => $"its name is an alias of {resolved.Id}",
            _ when model.IsShutDown(options.Today) => $"shut down{ChainWords.Since(model)}",
            _ when catalog.IsDenied(model.Id) => "on the deny list",
            _ when !catalog.IsAllowed(model.Id) => "not on the allow list",
            _ when Refused(model) is { } refused => refused,
            _ when options.Lock.HasNoAccess(model.Id) => $"the account of {options.Lock.Names} has no access",
            _ when model.ShutdownDate is { } date => $"retires on {date}",
            _ when model.Provider != _old.Provider || model.Provider is null => $"served by {model.Provider ?? "an unknown provider"}",
            _ when model.Purpose is not (ModelPurpose.General or ModelPurpose.Chat) => model.Purpose is { } purpose
                ? $"made for {CatalogWords.Purposes[(int)purpose]}"
                : "what it is made for is unknown",
            _ when Unknown(model) is { } unknown => unknown,
            _ => FindingOf(model),
        };
    }

    private string? Refused(ModelFacts model)
    {
        for (var need = Need.Endpoint; need <= Need.ServiceTier; need++)
        {
            if ((needs.First(need, model, NeedsFit.Refuses) ?? needs.First(need, model, NeedsFit.Weakens)) is { } method)
            {
                return $"{RefusalWords.Of(need, method.Needs, model)}, but {method.OriginOf(need)}";
            }
        }

        return null;
    }

    private string? Unknown(ModelFacts model)
    {
        for (var need = Need.Endpoint; need <= Need.ServiceTier; need++)
        {
            if (needs.Methods.Any(method => method.Needs.FitOf(need, model) == NeedsFit.Unknown))
            {
                return $"whether it serves {NeedName(need)} is unknown";
            }
        }

        return null;
    }

    private static string NeedName(Need need) => need switch
    {
        Need.Endpoint => "the Responses API",
        Need.MaxOutputTokens => "the output limit",
        Need.ServiceTier => "the service tier",
        _ => $"the {need.ToString().ToLowerInvariant()} that the method asks for",
    };

    private string FindingOf(ModelFacts model)
    {
        string[] changed = [.. chain];
        changed[index] = model.Id;
        var before = ChainRules.Check(chain, needs, options, catalog);
        return ChainRules.Check(changed, needs, options, catalog)
            .FirstOrDefault(problem => before.All(known => known.RuleId != problem.RuleId || known.Index != problem.Index)) is { } problem
            ? $"{problem.RuleId}: {problem.Message}"
            : "would bring findings to this chain";
    }
}
