using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.CodeFixes;

/// <summary>Finds the elements of an array in the argument of an attribute.</summary>
internal static class ArrayElements
{
    /// <summary>The elements; none if the expression writes no array out.</summary>
    public static IReadOnlyList<SyntaxNode> Of(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ when IsCollection(expression) => [.. expression.ChildNodes().SelectMany(element => element.ChildNodes())],
        _ => [],
    };

    /// <summary>
    /// Whether it is a collection expression. That has no type of its own in the oldest workspace; nothing else in an attribute begins with a bracket.
    /// </summary>
    public static bool IsCollection(ExpressionSyntax expression) => expression.GetFirstToken().IsKind(SyntaxKind.OpenBracketToken);
}
