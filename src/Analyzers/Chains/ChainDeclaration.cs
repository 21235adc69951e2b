using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Chains;

/// <summary>The chain that one attribute sets.</summary>
/// <param name="Names">The primary, null if there is none, and then the fallbacks, as written.</param>
/// <param name="Locations">Where each name stands; the attribute's name where the primary is missing, and the chain's name for one declared elsewhere.</param>
/// <param name="ChainName">The name by which the attribute uses a chain that is declared elsewhere; null if it writes the names out.</param>
internal sealed record ChainDeclaration(IReadOnlyList<string?> Names, IReadOnlyList<Location> Locations, string? ChainName = null);
