using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Endpoints;

/// <summary>Recognises types without a look-up in the compilation, and writes them as C# code.</summary>
internal static class TypeNames
{
    /// <summary>Valid in any namespace and under <c>#nullable enable</c>.</summary>
    public static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type as C# code. The common ones take no formatting, since this runs on every keystroke.</summary>
    public static string Display(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.Annotated } => "string?",
        { SpecialType: SpecialType.System_String } => "string",
        { SpecialType: SpecialType.System_Int32 } => "int",
        _ => type.ToDisplayString(Format),
    };

    /// <summary>The type as people read it.</summary>
    public static string Readable(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Whether the type, or one inside it, does not exist, which the compiler reports.</summary>
    public static bool IsMissing(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsMissing(array.ElementType);
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (IsMissing(argument))
                {
                    return true;
                }
            }
        }

        return type.TypeKind == TypeKind.Error;
    }

    public static bool Is(ITypeSymbol? type, string @namespace, string name, int arity = 0) =>
        type is INamedTypeSymbol named && named.Arity == arity && named.Name == name && named.ContainingType is null && IsNamespace(named.ContainingNamespace, @namespace);

    /// <summary>The type inside a <see cref="Nullable{T}"/>, or the type itself.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) => IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>An identifier as C# code: keywords get their <c>@</c>.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool IsNamespace(INamespaceSymbol? symbol, string name)
    {
        var end = name.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            var start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, symbol.Name, 0, symbol.Name.Length) != 0)
            {
                return false;
            }

            symbol = symbol.ContainingNamespace;
            if (start == 0)
            {
                return symbol is { IsGlobalNamespace: true };
            }

            if (name[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
