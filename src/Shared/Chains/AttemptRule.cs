using System.Globalization;

namespace TypedLlm.Chains;

/// <summary>The rule that a call must be able to reach every model of its chain.</summary>
internal static class AttemptRule
{
    /// <param name="context">The chain.</param>
    /// <param name="problems">What was found wrong in it: a model that is never asked and cannot be replaced needs no attempt.</param>
    public static ChainProblem? Check(ChainContext context, IReadOnlyList<ChainProblem> problems)
    {
        var asked = 0;
        var unreached = -1;
        for (var i = 0; i < context.Chain.Count; i++)
        {
            if (IsAsked(i, problems) && ++asked > context.Options.MaxAttempts && unreached < 0)
            {
                unreached = i;
            }
        }

        if (unreached < 1)
        {
            return null;
        }

        var name = context.Chain[unreached].Name;
        var needed = asked.ToString(CultureInfo.InvariantCulture);
        return new ChainProblem(
            DiagnosticIds.ChainLongerThanAttempts,
            unreached,
            name,
            new([name, context.Options.MaxAttempts.ToString(CultureInfo.InvariantCulture), needed]),
            ChainWords.One(needed));
    }

    private static bool IsAsked(int index, IReadOnlyList<ChainProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Index == index && problem.Suggestions.IsEmpty && problem.RuleId
                is DiagnosticIds.FallbackEqualsPrimary
                or DiagnosticIds.PrimaryShutDown
                or DiagnosticIds.FallbackShutDown
                or DiagnosticIds.ModelNotAllowed)
            {
                return false;
            }
        }

        return true;
    }
}
