using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>A violation of a contract rule, for the analyzers to report.</summary>
/// <param name="Id">The rule, one of <see cref="DiagnosticIds"/>.</param>
/// <param name="Location">The exact token.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record EndpointProblem(string Id, Location Location, string[] Arguments)
{
    /// <summary>The property that holds the text to put in place of the location's.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The base interface that it was found in; null if it stands in the endpoint itself.</summary>
    public INamedTypeSymbol? Base { get; init; }

    /// <summary>What a code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether another problem says the same of the same place.</summary>
    public bool IsSameAs(EndpointProblem other) => Id == other.Id && Location == other.Location && Arguments.SequenceEqual(other.Arguments);
}
