using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Collects the problems of one endpoint.</summary>
internal sealed class ProblemCollector(INamedTypeSymbol endpoint)
{
    private readonly List<EndpointProblem> _problems = [];

    public INamedTypeSymbol Endpoint { get; } = endpoint;

    /// <summary>Adds a problem of a declaration.</summary>
    /// <param name="owner">The interface that it was written in. A base interface that is an endpoint itself reports its own problems.</param>
    /// <param name="id">The rule.</param>
    /// <param name="location">The exact token; null if it is in another assembly, the endpoint's name then stands for it.</param>
    /// <param name="arguments">The arguments of the rule's message.</param>
    /// <param name="replacement">What a code fix may put in place of the token.</param>
    public void Add(INamedTypeSymbol owner, string id, Location? location, string[] arguments, string? replacement = null)
    {
        if (!IsOwn(owner) && AttributeSyntaxes.Find(owner, EndpointReader.Attribute) is not null)
        {
            return;
        }

        var problem = new EndpointProblem(id, location ?? Fallback, arguments);
        _problems.Add(replacement is null
            ? problem
            : problem with { Properties = problem.Properties.Add(EndpointProblem.Replacement, replacement) });
    }

    /// <summary>Adds a problem unless it was found at this place before. Those of other assemblies share one place and differ in what they say.</summary>
    public void AddOnce(INamedTypeSymbol owner, string id, Location? location, string[] arguments, string? replacement = null)
    {
        var said = new EquatableArray<string>(arguments);
        if (!_problems.Exists(problem =>
            problem.Id == id && problem.Location == (location ?? Fallback) && new EquatableArray<string>(problem.Arguments) == said))
        {
            Add(owner, id, location, arguments, replacement);
        }
    }

    public IReadOnlyList<EndpointProblem> Problems => _problems;

    private Location Fallback => DeclarationSyntaxes.Name(Endpoint) ?? Location.None;

    private bool IsOwn(INamedTypeSymbol owner) => SymbolEqualityComparer.Default.Equals(owner, Endpoint);
}
