using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>
/// The chains that <c>[assembly: LlmChain]</c> declares. The compiler keeps the attributes of an assembly, so that they are bound once however
/// many endpoints ask.
/// </summary>
internal static class NamedChains
{
    public const string Attribute = "LlmChainAttribute";

    /// <summary>The declaration of a name; of several, which is an error, the first.</summary>
    public static AttributeData? Find(IAssemblySymbol assembly, string name)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (IsDeclaration(attribute) && NameOf(attribute) == name)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>All declarations, in the order of the source.</summary>
    public static IEnumerable<AttributeData> All(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (IsDeclaration(attribute))
            {
                yield return attribute;
            }
        }
    }

    /// <summary>The declared name; null if it is half-written.</summary>
    public static string? NameOf(AttributeData declaration) =>
        declaration.ConstructorArguments is { Length: 1 } arguments && arguments[0] is { Kind: TypedConstantKind.Primitive, Value: var name } ? name as string : null;

    private static bool IsDeclaration(AttributeData attribute) => TypeNames.Is(attribute.AttributeClass, "TypedLlm", Attribute);
}
