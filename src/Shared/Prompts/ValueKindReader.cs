using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>Reads from a type how its values can stand in a prompt.</summary>
internal static class ValueKindReader
{
    /// <param name="type">The type; of a nullable value type the kind inside counts.</param>
    public static ValueKind Read(ITypeSymbol type)
    {
        var value = TypeNames.Underlying(type);
        return value.SpecialType switch
        {
            SpecialType.System_String => ValueKind.String,
            SpecialType.System_Char or SpecialType.System_Boolean => ValueKind.Primitive,
            >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_DateTime => ValueKind.Formattable,
            _ => IsFormattable(value) ? ValueKind.Formattable : ValueKind.Structured,
        };
    }

    private static bool IsFormattable(ITypeSymbol type)
    {
        if (type.IsRefLikeType)
        {
            return false;
        }

        if (type.TypeKind == TypeKind.Enum || TypeNames.Is(type, "System", "IFormattable"))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (TypeNames.Is(implemented, "System", "IFormattable"))
            {
                return true;
            }
        }

        return false;
    }
}
