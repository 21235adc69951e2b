using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>Says whether generated code of an assembly can name a type or member.</summary>
internal static class TypeAccess
{
    /// <summary>Why the type cannot be named; null if it can.</summary>
    public static string? Fault(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return "is local to its file";
            }

            if (!IsReachable(current, assembly))
            {
                return SymbolEqualityComparer.Default.Equals(current, type) ? $"is {Word(current)}" : $"is nested in a type that is {Word(current)}";
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

    private static string Word(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Internal => "internal to another assembly",
        _ => "protected",
    };
}
