using Microsoft.CodeAnalysis;
using TypedLlm.Answers;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Answers;

/// <summary>Finds the types of answers that a declaration brings in.</summary>
internal static class AnswerRoots
{
    /// <summary>The roots of a type: itself, if it is marked as an answer. A generic one is judged where it is closed.</summary>
    public static IEnumerable<AnswerRoot> Of(INamedTypeSymbol type)
    {
        if (!IsOpen(type) && AttributeSyntaxes.Find(type, ShapeReader.Attribute) is not null)
        {
            yield return new AnswerRoot(type, DeclarationSyntaxes.Name(type) ?? Location.None);
        }
    }

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
