using Microsoft.CodeAnalysis;
using TypedLlm.Prompts;

namespace TypedLlm.Endpoints;

/// <summary>What is known of a method while it is read, and the first rule that blocks it.</summary>
internal sealed class MethodScope(IMethodSymbol method, PromptFiles files, ProblemCollector problems, CancellationToken cancellationToken)
{
    public IMethodSymbol Method { get; } = method;

    public PromptFiles Files { get; } = files;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public INamedTypeSymbol Endpoint => problems.Endpoint;

    public bool IsDeclaredByEndpoint => SymbolEqualityComparer.Default.Equals(Method.ContainingType, Endpoint);

    /// <summary>The rule that keeps the method from being emitted.</summary>
    public string? BlockedBy { get; private set; }

    /// <summary>The parameters that a prompt reads, wholly or a member of them.</summary>
    public HashSet<string> InPrompt { get; } = new(StringComparer.Ordinal);

    /// <summary>What the use of all that the client names would warn of.</summary>
    public WarningIds Warnings { get; init; } = new();

    /// <summary>Whether a prompt of the method is in a file.</summary>
    public bool ReadsFile { get; set; }

    /// <summary>Reports a problem that also blocks the method.</summary>
    public void Block(string id, Location? location, string[] arguments, INamedTypeSymbol? owner = null, string? replacement = null)
    {
        BlockSilently(id);
        problems.Add(owner ?? Method.ContainingType, id, location, arguments, replacement);
    }

    /// <summary>Blocks the method for what other methods may share, which is reported once.</summary>
    public void BlockOnce(string id, Location? location, string[] arguments, INamedTypeSymbol owner, string? replacement = null)
    {
        BlockSilently(id);
        problems.AddOnce(owner, id, location, arguments, replacement);
    }

    /// <summary>Blocks the method where the compiler itself reports why.</summary>
    public void BlockSilently(string id) => BlockedBy ??= id;

    /// <summary>Holds what the method sets itself to the limits.</summary>
    public void CheckSettings(AttributeData? attribute)
    {
        if (attribute is not null)
        {
            SettingChecker.Check(attribute, Method.ContainingType, problems, CancellationToken);
        }
    }

    /// <summary>Reports a problem of a method that can be emitted all the same.</summary>
    public void Report(string id, Location? location, string[] arguments, INamedTypeSymbol owner) =>
        problems.Add(owner, id, location, arguments);

    /// <summary>Reports what other methods may share, which blocks none of them.</summary>
    public void ReportOnce(string id, Location? location, string[] arguments, INamedTypeSymbol owner) =>
        problems.AddOnce(owner, id, location, arguments);
}
