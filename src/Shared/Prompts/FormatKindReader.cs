using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>Reads from a type which formats its values take.</summary>
internal static class FormatKindReader
{
    /// <param name="type">The type; of a nullable value type the kind inside counts.</param>
    public static FormatKind Read(ITypeSymbol type)
    {
        var value = TypeNames.Underlying(type);
        return value.SpecialType switch
        {
            SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double => FormatKind.Fraction,
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => FormatKind.Integer,
            SpecialType.System_DateTime => FormatKind.DateTime,
            _ => value.TypeKind == TypeKind.Enum ? FormatKind.Enum : ReadByName(value),
        };
    }

    private static FormatKind ReadByName(ITypeSymbol type)
    {
        if (TypeNames.Is(type, "System.Numerics", "BigInteger"))
        {
            return FormatKind.Integer;
        }

        return !TypeNames.Is(type, "System", type.Name) ? FormatKind.Unknown : type.Name switch
        {
            "Int128" or "UInt128" => FormatKind.Integer,
            "Half" => FormatKind.Fraction,
            "Guid" => FormatKind.Guid,
            "DateTimeOffset" => FormatKind.DateTimeOffset,
            "DateOnly" => FormatKind.DateOnly,
            "TimeOnly" => FormatKind.TimeOnly,
            "TimeSpan" => FormatKind.TimeSpan,
            _ => FormatKind.Unknown,
        };
    }
}
