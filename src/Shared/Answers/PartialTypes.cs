using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.TypedAnswers;

/// <summary>Says whether a type can be added to.</summary>
internal static class PartialTypes
{
    /// <summary>Whether a nested type can be added: it is partial, and so are the types around it, in this assembly, and none is generic.</summary>
    public static bool CanBeNested(INamedTypeSymbol type, ShapeScope scope)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Assembly))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0 || !IsPartial(current, scope.CancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }
}
