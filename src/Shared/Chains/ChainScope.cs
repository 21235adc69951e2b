namespace TypedLlm.Chains;

/// <summary>
/// What a rule of <see cref="ChainRules"/> is about. A chain that is declared under a name is judged once by itself, where it is declared, and
/// for each endpoint by what that asks of it.
/// </summary>
internal static class ChainScope
{
    /// <summary>Whether a rule is about the models of a chain alone, whoever uses it.</summary>
    /// <param name="ruleId">One of <see cref="DiagnosticIds"/>.</param>
    /// <param name="limitsPrice">Whether those who use the chain limit its price themselves. Else the options do, which are the same for all.</param>
    public static bool IsOfChain(string ruleId, bool limitsPrice) => ruleId
        is DiagnosticIds.UnknownModel
        or DiagnosticIds.NoFallback
        or DiagnosticIds.FallbackEqualsPrimary
        or DiagnosticIds.PrimaryShutDown
        or DiagnosticIds.FallbackShutDown
        or DiagnosticIds.NoPrimary
        or DiagnosticIds.RetiringModel
        or DiagnosticIds.FallbackRetiresFirst
        or DiagnosticIds.ModelNotAllowed
        or DiagnosticIds.NoAccess
        || (ruleId == DiagnosticIds.FallbackTooDear && !limitsPrice);
}
