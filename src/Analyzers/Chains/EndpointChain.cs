using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Chains;

/// <summary>A chain with all that it is judged by.</summary>
/// <param name="Declaration">The names and where they stand.</param>
/// <param name="Needs">What the methods that use it need together.</param>
internal sealed record EndpointChain(ChainDeclaration Declaration, ChainNeeds Needs)
{
    /// <summary>Why it has no fallback; blank if a method that uses it gives no reason.</summary>
    public string? NoFallback { get; init; }

    /// <summary>The lowest limit of a method that uses it; null if none has a limit.</summary>
    public double? MaxFallbackPriceRatio { get; init; }

    /// <summary>Whether the limit of the price is set by those who use the chain, and not by the options.</summary>
    public bool LimitsPrice { get; init; }

    /// <summary>How many requests each method that uses it may send; empty if no method is looked at.</summary>
    public IReadOnlyList<AttemptLimit> Limits { get; init; } = [];

    /// <summary>The first of the lowest limits; null if there are none.</summary>
    public AttemptLimit? LowestLimit
    {
        get
        {
            AttemptLimit? lowest = null;
            foreach (var limit in Limits)
            {
                lowest = lowest?.MaxAttempts <= limit.MaxAttempts ? lowest : limit;
            }

            return lowest;
        }
    }

    /// <summary>What the methods that use it are for, each once.</summary>
    public IReadOnlyList<string> Workloads { get; init; } = [];
}
