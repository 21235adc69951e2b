using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>Recognises types that are one value on the wire.</summary>
internal static class ScalarKinds
{
    public static TypeKind? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => TypeKind.String,
        SpecialType.System_Char => TypeKind.Char,
        SpecialType.System_Boolean => TypeKind.Boolean,
        SpecialType.System_SByte => TypeKind.SByte,
        SpecialType.System_Byte => TypeKind.Byte,
        SpecialType.System_Int16 => TypeKind.Int16,
        SpecialType.System_UInt16 => TypeKind.UInt16,
        SpecialType.System_Int32 => TypeKind.Int32,
        SpecialType.System_UInt32 => TypeKind.UInt32,
        SpecialType.System_Int64 => TypeKind.Int64,
        SpecialType.System_UInt64 => TypeKind.UInt64,
        SpecialType.System_Single => TypeKind.Single,
        SpecialType.System_Double => TypeKind.Double,
        SpecialType.System_Decimal => TypeKind.Decimal,
        SpecialType.System_DateTime => TypeKind.DateTime,
        SpecialType.None when type is { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name switch
        {
            "Guid" => TypeKind.Guid,
            "Uri" => TypeKind.Uri,
            "DateTimeOffset" => TypeKind.DateTimeOffset,
            "DateOnly" => TypeKind.DateOnly,
            "TimeOnly" => TypeKind.TimeOnly,
            "TimeSpan" => TypeKind.TimeSpan,
            _ => null,
        },
        _ => null,
    };

    public static bool IsNumber(TypeKind kind) => kind is >= TypeKind.SByte and <= TypeKind.Decimal;

    public static bool IsInteger(TypeKind kind) => kind is >= TypeKind.SByte and <= TypeKind.UInt64;
}
