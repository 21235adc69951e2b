namespace TypedLlm.TypedAnswers;

/// <summary>What a schema says of types that are one value.</summary>
internal static class ScalarSchemas
{
    /// <summary>The type in JSON.</summary>
    public static string Type(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.Single or TypeKind.Double or TypeKind.Decimal => "number",
        _ when ScalarKinds.IsInteger(kind) => "integer",
        _ => "string",
    };

    public static string? Format(TypeKind kind) => kind switch
    {
        TypeKind.Guid => "uuid",
        TypeKind.DateTime or TypeKind.DateTimeOffset => "date-time",
        TypeKind.DateOnly => "date",
        TypeKind.TimeOnly => "time",
        TypeKind.TimeSpan => "duration",
        _ => null,
    };

    public static string? Pattern(TypeKind kind) => kind == TypeKind.Char ? @"""^[\\s\\S]$""" : null;

    public static string? Minimum(TypeKind kind) => kind switch
    {
        TypeKind.SByte => "-128",
        TypeKind.Int16 => "-32768",
        TypeKind.Byte or TypeKind.UInt16 or TypeKind.UInt32 or TypeKind.UInt64 => "0",
        _ => null,
    };

    public static string? Maximum(TypeKind kind) => kind switch
    {
        TypeKind.SByte => "127",
        TypeKind.Byte => "255",
        TypeKind.Int16 => "32767",
        TypeKind.UInt16 => "65535",
        TypeKind.UInt32 => "4294967295",
        _ => null,
    };
}
