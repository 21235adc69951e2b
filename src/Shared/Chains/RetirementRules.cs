using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>The rules about live models whose end is announced.</summary>
internal static class RetirementRules
{
    public static ChainProblem? Check(int index, ModelFacts facts, ChainContext context)
    {
        if (IsRetiring(facts, context.Options))
        {
            return Retiring(index, facts, context);
        }

        return index > 0 && context.Chain[0].Facts is { } primary && EndsWith(primary, facts, context.Today)
            ? RetiresFirst(index, facts, primary, context)
            : null;
    }

    /// <summary>Whether a model is live, but not for as long as it must be.</summary>
    public static bool IsRetiring(ModelFacts facts, ChainOptions options) =>
        facts.ShutdownDate is { } date && !facts.IsShutDown(options.Today) && date <= options.Today.AddDays(options.RetirementHorizonDays);

    /// <summary>Whether a fallback goes before or with its primary, and both are live.</summary>
    public static bool EndsWith(ModelFacts primary, ModelFacts fallback, CatalogDate today) =>
        primary.ShutdownDate is { } end && fallback.ShutdownDate is { } date && date <= end && date > today;

    private static ChainProblem Retiring(int index, ModelFacts facts, ChainContext context)
    {
        var replacement = context.ChooseReplacement(index);
        return new ChainProblem(
            DiagnosticIds.RetiringModel,
            index,
            context.Chain[index].Name,
            new([
                index == 0 ? "Primary" : "Fallback",
                ChainWords.Subject(context.Chain[index]),
                $"{facts.ShutdownDate}",
                ChainWords.Use(replacement),
            ]),
            ChainWords.One(replacement?.Facts.Id));
    }

    private static ChainProblem RetiresFirst(int index, ModelFacts facts, ModelFacts primary, ChainContext context)
    {
        var replacement = context.ChooseReplacement(index);
        return new ChainProblem(
            DiagnosticIds.FallbackRetiresFirst,
            index,
            context.Chain[index].Name,
            new([
                ChainWords.Subject(context.Chain[index]),
                $"{facts.ShutdownDate}",
                context.Chain[0].Name,
                $"{primary.ShutdownDate}",
                ChainWords.Use(replacement),
            ]),
            ChainWords.One(replacement?.Facts.Id));
    }
}
