using System.Globalization;

namespace TypedLlm.Chains;

/// <summary>The rule that a call must be able to reach every model of its chain.</summary>
internal static class AttemptRule
{
    /// <param name="context">The chain.</param>
    /// <param name="problems">What was found wrong in it: a model that the runtime passes over needs no attempt.</param>
    public static ChainProblem? Check(ChainContext context, IReadOnlyList<ChainProblem> problems)
    {
        var asked = 0;
        var unreached = -1;
        for (var i = 0; i < context.Chain.Count; i++)
        {
            if (IsAsked(i, context, problems) && ++asked > context.Options.MaxAttempts && unreached < 0)
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
            new([name, context.Options.Caller, context.Options.MaxAttempts.ToString(CultureInfo.InvariantCulture), needed]),
            ChainWords.One(needed));
    }

    private static bool IsAsked(int index, ChainContext context, IReadOnlyList<ChainProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Index == index && IsPassedOver(problem.RuleId, context.Options))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the runtime does not ask a model that has such a problem.</summary>
    public static bool IsPassedOver(string ruleId, ChainOptions options) => ruleId switch
    {
        DiagnosticIds.FallbackEqualsPrimary
            or DiagnosticIds.PrimaryShutDown
            or DiagnosticIds.FallbackShutDown
            or DiagnosticIds.ModelNotAllowed
            or DiagnosticIds.NoAccess
            or DiagnosticIds.MissingCapability
            or DiagnosticIds.OutputLimitExceeded
            or DiagnosticIds.ParameterRefused => true,
        DiagnosticIds.FallbackTooDear => options.PassesOverDearModels,
        _ => false,
    };
}
