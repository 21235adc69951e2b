using Microsoft.CodeAnalysis;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Reads a declared chain with what all endpoints of the assembly that use it ask of it together.</summary>
internal static class NamedChainReader
{
    /// <summary>The chain by itself. Null if the declaration is half-written or has no primary, which is no matter of models.</summary>
    public static EndpointChain? Read(AttributeData declaration, CancellationToken cancellationToken) =>
        ChainDeclarationReader.ReadModels(declaration, cancellationToken) is { } models && !string.IsNullOrWhiteSpace(models.Names[0])
            ? new EndpointChain(models, ChainNeeds.None) { NoFallback = ReasonOf(declaration) }
            : null;

    /// <summary>
    /// The chain with the needs of its endpoints, so that a fix offers no model that one of them cannot use. Looks at every type of the
    /// assembly: for chains that have a problem only.
    /// </summary>
    /// <param name="chain">The chain by itself.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ratio">The price ratio of the options, for endpoints without one.</param>
    /// <param name="assembly">The assembly that declares it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static EndpointChain WithNeeds(
        EndpointChain chain, string? name, double? ratio, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        var isUsed = false;
        foreach (var type in InterfacesOf(assembly.GlobalNamespace))
        {
            foreach (var use in EndpointChainReader.Read(type, cancellationToken))
            {
                if (use.Declaration.ChainName == name)
                {
                    chain = chain with
                    {
                        Needs = chain.Needs.Union(use.Needs),
                        Limits = [.. chain.Limits, .. use.Limits],
                        MaxFallbackPriceRatio = (use.MaxFallbackPriceRatio ?? ratio) is { } limit && !(chain.MaxFallbackPriceRatio <= limit)
                            ? limit
                            : chain.MaxFallbackPriceRatio,
                        LimitsPrice = use.LimitsPrice && (chain.LimitsPrice || !isUsed),
                    };
                    isUsed = true;
                }
            }
        }

        return chain;
    }

    private static string? ReasonOf(AttributeData declaration)
    {
        foreach (var argument in declaration.NamedArguments)
        {
            if (argument.Key == WellKnownNames.NoFallback)
            {
                return argument.Value.Value as string;
            }
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> InterfacesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Interface } type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in InterfacesOf(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
