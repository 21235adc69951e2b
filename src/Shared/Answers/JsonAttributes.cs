using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds attributes and reads their arguments, which may be anything while they are typed.</summary>
internal static class JsonAttributes
{
    private const string Json = "System.Text.Json.Serialization";

    // JsonIgnoreCondition; WhenWriting and WhenReading came with .NET 10.
    private const int IgnoreAlways = 1;
    private const int IgnoreDefault = 2;
    private const int IgnoreNull = 3;
    private const int IgnoreWhenWriting = 4;
    private const int IgnoreWhenReading = 5;

    public static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.Name == name && TypeNames.Is(attribute.AttributeClass, Json, name);

    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>The first argument of the constructor as text.</summary>
    public static string? Text(AttributeData? attribute) => attribute is null ? null : Argument(attribute, 0) as string;

    /// <summary>An argument of the constructor; null if it is missing, null or an array.</summary>
    public static object? Argument(AttributeData attribute, int index)
    {
        var arguments = attribute.ConstructorArguments;
        return index < arguments.Length && arguments[index].Kind is not (TypedConstantKind.Array or TypedConstantKind.Error) ? arguments[index].Value : null;
    }

    /// <summary>A property that the attribute sets; null if it does not.</summary>
    public static object? Property(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind is not (TypedConstantKind.Array or TypedConstantKind.Error))
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a member is left out when JSON is read, or when it is written. What is left out only in the other case takes part.</summary>
    public static bool IsIgnored(ISymbol member, bool isWritten) =>
        Has(member, "JsonExtensionDataAttribute")
        || (Find(member, "JsonIgnoreAttribute") is { } ignore
            && Property(ignore, "Condition") is var condition
            && (condition is null or IgnoreAlways || Equals(condition, isWritten ? IgnoreWhenWriting : IgnoreWhenReading)));

    /// <summary>Which values of a member are left out when it is written.</summary>
    public static Omission Omitted(ISymbol member) => Find(member, "JsonIgnoreAttribute") is { } ignore
        ? Property(ignore, "Condition") switch
        {
            IgnoreDefault => Omission.Default,
            IgnoreNull => Omission.Null,
            _ => Omission.None,
        }
        : Omission.None;

    public static int Order(ISymbol member) => Find(member, "JsonPropertyOrderAttribute") is { } order && Argument(order, 0) is int number ? number : 0;

    public static string? Description(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.ComponentModel", "DescriptionAttribute") && Text(attribute) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text.Trim();
            }
        }

        return null;
    }
}
