using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Decides what a fix may do about a problem of a chain.</summary>
internal static class ChainFixes
{
    public static ImmutableDictionary<string, string?> PropertiesFor(
        ChainProblem problem, IReadOnlyList<ChainProblem> problems, EndpointChain chain, ModelCatalog catalog)
    {
        var properties = FileProperties(problem, catalog);
        if (!problem.Suggestions.IsEmpty)
        {
            return properties.Add(FixProperties.Choices, string.Join(FixProperties.Separator.ToString(), problem.Suggestions));
        }

        return problem.RuleId == DiagnosticIds.FallbackEqualsPrimary && StaysWhole(problems, chain)
            ? properties.Add(FixProperties.Remove, null)
            : properties;
    }

    /// <summary>The attributes that a fix writes to, where that is not where the problem is reported; empty if one is in another file.</summary>
    public static IReadOnlyList<Location> PlacesFor(ChainProblem problem, EndpointChain chain, CancellationToken cancellationToken)
    {
        if (problem.RuleId != DiagnosticIds.ChainLongerThanAttempts)
        {
            return [];
        }

        var needed = int.Parse(problem.Suggestions[0], CultureInfo.InvariantCulture);
        var tree = chain.Declaration.Locations[0].SourceTree;
        var places = new List<Location>();
        foreach (var limit in chain.Limits)
        {
            if (limit.MaxAttempts < needed)
            {
                if (limit.Attribute.ApplicationSyntaxReference is not { } reference || reference.SyntaxTree != tree)
                {
                    return [];
                }

                places.Add(reference.GetSyntax(cancellationToken).GetLocation());
            }
        }

        return places;
    }

    // What the project's catalog file could say. A declared model that is not allowed would be no answer.
    private static ImmutableDictionary<string, string?> FileProperties(ChainProblem problem, ModelCatalog catalog)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        switch (problem.RuleId)
        {
            case DiagnosticIds.UnknownModel when catalog.Resolve(problem.Name).Id is var id && CatalogValues.IsName(id) && catalog.IsAllowed(id):
                return properties.Add(FixProperties.Model, id);
            case DiagnosticIds.PrimaryShutDown or DiagnosticIds.FallbackShutDown or DiagnosticIds.RetiringModel
                when !problem.Suggestions.IsEmpty && CatalogValues.IsName(problem.Name):
                return properties.Add(FixProperties.Alias, problem.Name);
            default:
                return properties;
        }
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
