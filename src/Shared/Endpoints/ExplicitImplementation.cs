using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Decides which members a public method of the class cannot implement.</summary>
internal static class ExplicitImplementation
{
    /// <summary>The interface to implement by name, or null if a public method will do.</summary>
    public static string? For(List<ISymbol> members, int index, string className)
    {
        var member = (IMethodSymbol)members[index];
        var isClash = member.DeclaredAccessibility != Accessibility.Public || member.Name == className || EndpointNames.IsMemberOfObject(member.Name);
        for (var i = 0; i < index && !isClash; i++)
        {
            isClash = members[i].Name == member.Name && (members[i] is not IMethodSymbol earlier || HasSameParameters(earlier, member));
        }

        return isClash ? member.ContainingType.ToDisplayString(TypeNames.Format) : null;
    }

    private static bool HasSameParameters(IMethodSymbol left, IMethodSymbol right)
    {
        if (left.Parameters.Length != right.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Parameters.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(left.Parameters[i].Type, right.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }
}
