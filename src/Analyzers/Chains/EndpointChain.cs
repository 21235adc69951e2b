using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Chains;

/// <summary>A chain with all that it is judged by.</summary>
/// <param name="Declaration">The names and where they stand.</param>
/// <param name="Needs">What the methods that use it need together.</param>
/// <param name="NoFallback">Why it has no fallback; blank if a method that uses it gives no reason.</param>
/// <param name="MaxFallbackPriceRatio">The lowest limit of a method that uses it; null if none has a limit.</param>
internal sealed record EndpointChain(ChainDeclaration Declaration, ChainNeeds Needs, string? NoFallback, double? MaxFallbackPriceRatio);
