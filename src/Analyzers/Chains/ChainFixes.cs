using System.Collections.Immutable;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Decides what a fix may do about a problem of a chain.</summary>
internal static class ChainFixes
{
    public static ImmutableDictionary<string, string?> PropertiesFor(ChainProblem problem, IReadOnlyList<ChainProblem> problems, EndpointChain chain)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (problem.RuleId == DiagnosticIds.ChainLongerThanAttempts && !chain.MayRaiseAttempts)
        {
            return properties;
        }

        if (!problem.Suggestions.IsEmpty)
        {
            return properties.Add(FixProperties.Choices, string.Join(FixProperties.Separator.ToString(), problem.Suggestions));
        }

        return problem.RuleId == DiagnosticIds.FallbackEqualsPrimary && StaysWhole(problems, chain)
            ? properties.Add(FixProperties.Remove, null)
            : properties;
    }

    // Repeated names may go if what is left still has a fallback, or says why it has none.
    private static bool StaysWhole(IReadOnlyList<ChainProblem> problems, EndpointChain chain)
    {
        var left = chain.Declaration.Names.Count;
        foreach (var problem in problems)
        {
            if (problem.RuleId == DiagnosticIds.FallbackEqualsPrimary && problem.Suggestions.IsEmpty)
            {
                left--;
            }
        }

        return left > 1 || !string.IsNullOrWhiteSpace(chain.NoFallback);
    }
}
