using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>The rules that hold a model to what its methods need: capabilities, the output limit, and parameters.</summary>
internal static class NeedRules
{
    /// <summary>Adds a problem for each need that the model is known to refuse. False if there is none.</summary>
    public static bool Add(int index, ModelFacts facts, ChainContext context, List<ChainProblem> problems)
    {
        if (context.Needs.FitOf(facts) != NeedsFit.Refuses)
        {
            return false;
        }

        for (var need = Need.Endpoint; need <= Need.ServiceTier; need++)
        {
            if (context.Needs.First(need, facts, NeedsFit.Refuses) is { } method)
            {
                problems.Add(Refused(index, need, facts, method, context));
                if (need == Need.Endpoint)
                {
                    break; // What a kind of endpoint could do is moot where it is not offered.
                }
            }
        }

        return true;
    }

    private static ChainProblem Refused(int index, Need need, ModelFacts facts, MethodNeeds method, ChainContext context)
    {
        var replacement = context.ChooseReplacement(index);
        var model = context.Chain[index];
        var advice = replacement is null && RefusalWords.WayOut(need, facts) is { } wayOut ? $"{wayOut}, or name another model" : ChainWords.Use(replacement);
        return new ChainProblem(
            RuleOf(need),
            index,
            model.Name,
            new([ChainWords.Subject(model), RefusalWords.Of(need, method.Needs, facts), method.OriginOf(need), advice]),
            ChainWords.One(replacement?.Facts.Id));
    }

    private static string RuleOf(Need need) => need switch
    {
        Need.MaxOutputTokens => DiagnosticIds.OutputLimitExceeded,
        Need.Effort or Need.Temperature or Need.ServiceTier => DiagnosticIds.ParameterRefused,
        _ => DiagnosticIds.MissingCapability,
    };
}
