using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>What is known of a method while it is read, and the first rule that blocks it.</summary>
internal sealed class MethodScope(IMethodSymbol method, ProblemCollector problems, CancellationToken cancellationToken)
{
    public IMethodSymbol Method { get; } = method;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public INamedTypeSymbol Endpoint => problems.Endpoint;

    /// <summary>The rule that keeps the method from being emitted.</summary>
    public string? BlockedBy { get; private set; }

    /// <summary>The parameters that a prompt reads, wholly or a member of them.</summary>
    public HashSet<string> InPrompt { get; } = new(StringComparer.Ordinal);

    /// <summary>Reports a problem that also blocks the method.</summary>
    public void Block(string id, Location? location, string[] arguments, INamedTypeSymbol? owner = null, string? replacement = null)
    {
        BlockSilently(id);
        problems.Add(owner ?? Method.ContainingType, id, location, arguments, replacement);
    }

    /// <summary>Blocks the method where the compiler itself reports why.</summary>
    public void BlockSilently(string id) => BlockedBy ??= id;

    /// <summary>Reports a problem of a method that can be emitted all the same.</summary>
    public void Report(string id, Location? location, string[] arguments, INamedTypeSymbol owner) =>
        problems.Add(owner, id, location, arguments);
}
