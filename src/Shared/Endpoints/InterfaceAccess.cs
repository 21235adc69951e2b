using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Says from where an interface can be named.</summary>
internal static class InterfaceAccess
{
    public static bool IsPublic(INamedTypeSymbol endpoint)
    {
        for (var type = endpoint; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why a class of the same namespace cannot name the interface.</summary>
    public static string? Fault(INamedTypeSymbol endpoint)
    {
        if (endpoint.IsFileLocal)
        {
            return "is local to its file";
        }

        for (var type = endpoint; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                var access = type.DeclaredAccessibility == Accessibility.Private ? "private" : "protected";
                return SymbolEqualityComparer.Default.Equals(type, endpoint) ? $"is {access}" : $"is nested in a type that is {access}";
            }

            if (type.Arity > 0)
            {
                return "is nested in a generic type";
            }
        }

        return null;
    }
}
