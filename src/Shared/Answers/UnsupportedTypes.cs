using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Says of types why a strict schema cannot express them, and what to use in their place.</summary>
internal static class UnsupportedTypes
{
    private const string Members = "declare a record with the members that you need";

    private static readonly Refusal Converter = new("has a converter of its own, whose form the compiler does not know", "use the type that the converter writes");
    private static readonly Refusal Numbers = new("has a converter that writes an enum as numbers, which have no meaning to a model", "take it away, or use a number");

    /// <summary>What is refused before anything else is asked.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isWritten">Whether values are only written.</param>
    public static Refusal? Find(ITypeSymbol type, bool isWritten)
    {
        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == SymbolKinds.Dynamic)
        {
            return new Refusal("may be anything, and the members of each object are named when the code is compiled", $"{Members}, or use string");
        }

        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.SpecialType == SpecialType.System_Byte
                ? new Refusal("holds bytes", "use string for Base64 text")
                : array.IsSZArray ? null : new Refusal("is an array of several dimensions", "use a list of lists");
        }

        return type.TypeKind switch
        {
            SymbolKinds.TypeParameter => new Refusal("is a type parameter", "name a type"),
            SymbolKinds.Delegate => new Refusal("is a delegate", "leave it out with [JsonIgnore]"),
            SymbolKinds.Pointer or SymbolKinds.FunctionPointer => new Refusal("is a pointer", "leave it out with [JsonIgnore]"),
            SymbolKinds.Enum when !isWritten && IsSet(type) =>
                new Refusal("is an enum with [Flags], whose values are sets of names", "use a list of an enum without [Flags]"),
            _ => FindConverter(type),
        };
    }

    /// <summary>What is refused where an object is expected, since it is no list either.</summary>
    public static Refusal? FindObject(ITypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return new Refusal("is a tuple, whose elements have no names on the wire", "declare a record");
        }

        if (CollectionReader.IsEnumerable(type) || TypeNames.Is(type, "System.Collections.Generic", "IAsyncEnumerable", 1))
        {
            return new Refusal("is a collection that nothing can be added to, or of no one type", "use List<T>, an array or an immutable list");
        }

        if (type.IsRefLikeType)
        {
            return new Refusal("lives on the stack only", Members);
        }

        return type switch
        {
            { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => new Refusal("has another size on each machine", "use long"),
            { SpecialType: SpecialType.System_Void } => new Refusal("is no value", Members),
            { TypeKind: SymbolKinds.Class or SymbolKinds.Struct or SymbolKinds.Interface } when IsOfFramework(type) && !IsPair(type) => OfFramework(type),
            { TypeKind: SymbolKinds.Class or SymbolKinds.Struct or SymbolKinds.Interface } => null,
            _ => new Refusal("is no type with members", Members),
        };
    }

    /// <summary>Why the converter of a type or member is refused; null if it has none, or one that writes the names of an enum.</summary>
    public static Refusal? FindConverter(ISymbol symbol)
    {
        if (JsonAttributes.Find(symbol, "JsonConverterAttribute") is not { } attribute)
        {
            return null;
        }

        return (JsonAttributes.Argument(attribute, 0) as INamedTypeSymbol)?.Name switch
        {
            "JsonStringEnumConverter" => null,
            "JsonNumberEnumConverter" => Numbers,
            _ => Converter,
        };
    }

    private static Refusal OfFramework(ITypeSymbol type) => type.Name switch
    {
        "Half" => new Refusal("is a number that JSON readers do not know", "use float"),
        "Int128" or "UInt128" or "BigInteger" => new Refusal("is a number that JSON readers do not know", "use long, decimal or string"),
        "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" =>
            new Refusal("may hold any JSON, and the members of each object are named when the code is compiled", $"{Members}, or use string"),
        _ => new Refusal("is a type of the framework without a form in JSON", $"{Members}, or use string"),
    };

    private static bool IsPair(ITypeSymbol type) => TypeNames.Is(type, "System.Collections.Generic", "KeyValuePair", 2);

    private static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    /// <summary>Whether the values of an enum are sets of those that have names.</summary>
    public static bool IsSet(ITypeSymbol type) => Has(type, "System", "FlagsAttribute");

    private static bool Has(ITypeSymbol type, string @namespace, string name)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, @namespace, name))
            {
                return true;
            }
        }

        return false;
    }
}
