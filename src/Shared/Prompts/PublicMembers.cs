using Microsoft.CodeAnalysis;

namespace TypedLlm.Prompts;

/// <summary>The properties and fields that a placeholder can read.</summary>
internal static class PublicMembers
{
    public static ISymbol? Find(ITypeSymbol type, string name)
    {
        foreach (var holder in Holders(type))
        {
            foreach (var member in holder.GetMembers(name))
            {
                if (IsReadable(member))
                {
                    return member;
                }
            }
        }

        return null;
    }

    public static IEnumerable<string> Names(ITypeSymbol type)
    {
        foreach (var holder in Holders(type))
        {
            foreach (var member in holder.GetMembers())
            {
                if (IsReadable(member))
                {
                    yield return member.Name;
                }
            }
        }
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>The type and all that it inherits from, the nearest first.</summary>
    private static IEnumerable<ITypeSymbol> Holders(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var inherited in type.AllInterfaces)
            {
                yield return inherited;
            }
        }
    }

    private static bool IsReadable(ISymbol member) => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && member switch
    {
        IPropertySymbol property => property is { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public },
        IFieldSymbol => true,
        _ => false,
    };
}
