using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Says whether generated code of an assembly can name a type or member.</summary>
internal static class TypeAccess
{
    /// <summary>Why the type cannot be named; null if it can.</summary>
    public static Refusal? Fault(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var isType = SymbolEqualityComparer.Default.Equals(current, type);
            if (ObsoleteErrors.Is(current))
            {
                return new Refusal($"{(isType ? "is" : "is nested in a type that is")} obsolete, and its use an error", "use another type, or leave it out with [JsonIgnore]");
            }

            if (current.IsFileLocal)
            {
                return Unnamed("is local to its file");
            }

            if (!IsReachable(current, assembly))
            {
                return Unnamed(isType ? $"is {Word(current)}" : $"is nested in a type that is {Word(current)}");
            }

            foreach (var argument in current.TypeArguments)
            {
                if (Element(argument) is INamedTypeSymbol named && Fault(named, assembly) is { } fault)
                {
                    return fault with { Reason = $"is closed over '{TypeNames.Readable(named)}', which {fault.Reason}" };
                }
            }
        }

        return null;
    }

    /// <summary>Whether the declared accessibility lets code of the assembly in, which is in no type of that hierarchy.</summary>
    public static bool IsReachable(ISymbol symbol, IAssemblySymbol assembly) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) || symbol.ContainingAssembly.GivesAccessTo(assembly),
        _ => false,
    };

    private static Refusal Unnamed(string reason) => new($"{reason}, so that generated code cannot name it", "make it internal or public");

    private static ITypeSymbol Element(ITypeSymbol type) => type is IArrayTypeSymbol array ? Element(array.ElementType) : type;

    private static string Word(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Internal => "internal to another assembly",
        _ => "protected",
    };
}
