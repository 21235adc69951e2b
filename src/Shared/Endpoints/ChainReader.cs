using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>
/// Reads the names of a chain. <c>Chain</c>, <c>Primary</c>, <c>Fallback</c> and <c>Fallbacks</c> are one group: an attribute that sets any of
/// them replaces the whole chain.
/// </summary>
internal static class ChainReader
{
    /// <summary>The chain that <c>[LlmEndpoint]</c> sets, the primary first; null if it sets none. A name that is not declared gives an empty one.</summary>
    public static EquatableArray<string>? Read(ISymbol owner, AttributeData attribute)
    {
        if (NameOf(attribute) is not { } name)
        {
            return ReadModels(attribute);
        }

        return NamedChains.Find(owner.ContainingAssembly, name) is { } declaration ? ReadModels(declaration) ?? default : default(EquatableArray<string>);
    }

    /// <summary>The name in <c>Chain</c>; null if it is not set.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == WellKnownNames.Chain)
            {
                return argument.Value.Kind == TypedConstantKind.Primitive ? argument.Value.Value as string : null;
            }
        }

        return null;
    }

    private static EquatableArray<string>? ReadModels(AttributeData attribute)
    {
        string? primary = null;
        string? fallback = null;
        TypedConstant? fallbacks = null;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case WellKnownNames.Primary:
                    primary = argument.Value.Value as string;
                    break;
                case WellKnownNames.Fallback:
                    fallback = argument.Value.Value as string;
                    break;
                case WellKnownNames.Fallbacks:
                    fallbacks = argument.Value;
                    break;
            }
        }

        return primary is null && fallback is null && fallbacks is null ? null : Chain(primary, fallback, fallbacks);
    }

    private static EquatableArray<string> Chain(string? primary, string? fallback, TypedConstant? fallbacks)
    {
        var chain = new List<string>();
        AddName(chain, primary);
        AddName(chain, fallback);
        if (fallbacks is { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            foreach (var item in list.Values)
            {
                AddName(chain, item.Kind == TypedConstantKind.Primitive ? item.Value as string : null);
            }
        }

        return EquatableArray<string>.From(chain);
    }

    private static void AddName(List<string> chain, string? name)
    {
        if (name is not null)
        {
            chain.Add(name);
        }
    }
}
