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
    /// <param name="location">The exact token; null if it has none. The endpoint's name stands for it then, and for one of another assembly.</param>
    /// <param name="arguments">The arguments of the rule's message.</param>
    /// <param name="replacement">What a code fix may put in place of the token.</param>
    public void Add(INamedTypeSymbol owner, string id, Location? location, string[] arguments, string? replacement = null)
    {
        if (!IsOwn(owner) && AttributeSyntaxes.Find(owner, EndpointReader.Attribute) is not null)
        {
            return;
        }

        var isInherited = location is not null && !IsOwn(owner) && IsHere(owner);
        var problem = new EndpointProblem(id, LocationIn(owner, location), arguments) { Base = isInherited ? owner : null };
        _problems.Add(replacement is null
            ? problem
            : problem with { Properties = problem.Properties.Add(EndpointProblem.Replacement, replacement) });
    }

    /// <summary>Adds a problem unless it was found at this place before. Those of other assemblies share one place and differ in what they say.</summary>
    public void AddOnce(INamedTypeSymbol owner, string id, Location? location, string[] arguments, string? replacement = null)
    {
        if (!_problems.Exists(new EndpointProblem(id, LocationIn(owner, location), arguments).IsSameAs))
        {
            Add(owner, id, location, arguments, replacement);
        }
    }

    public IReadOnlyList<EndpointProblem> Problems => _problems;

    // In an editor even another project's code has a place in a file, which is not this compilation's to report on.
    private Location LocationIn(INamedTypeSymbol owner, Location? location) =>
        (IsHere(owner) ? location : null) ?? DeclarationSyntaxes.Name(Endpoint) ?? Location.None;

    private bool IsHere(INamedTypeSymbol owner) => SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, Endpoint.ContainingAssembly);

    private bool IsOwn(INamedTypeSymbol owner) => SymbolEqualityComparer.Default.Equals(owner, Endpoint);
}
