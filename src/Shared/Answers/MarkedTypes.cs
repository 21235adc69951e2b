using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Types that are marked as answers.</summary>
internal static class MarkedTypes
{
    /// <summary>Whether a type with the mark is an answer as it stands. A generic type is none before it is closed.</summary>
    public static bool IsAnswer(INamedTypeSymbol type) => !IsOpen(type) && AttributeSyntaxes.Find(type, ShapeReader.Attribute) is not null;

    private static bool IsOpen(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }
}
