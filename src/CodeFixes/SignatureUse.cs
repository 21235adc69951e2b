using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace TypedLlm.CodeFixes;

/// <summary>Says whether code beside the declaration depends on the parameters that a method of an interface has.</summary>
internal static class SignatureUse
{
    /// <summary>Whether an optional parameter more breaks nothing: no implementation by hand, and no use but plain calls.</summary>
    public static async Task<bool> IsFreeToGrowAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var implementation in await SymbolFinder.FindImplementationsAsync(method, solution, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!IsGenerated(implementation.ContainingType))
            {
                return false;
            }
        }

        foreach (var use in await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var place in use.Locations)
            {
                if (!await IsPlainCallAsync(place, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The client of an endpoint is generated anew.</summary>
    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(
        attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is WellKnownNames.Generator);

    /// <summary>A group of methods has the type of its parameters, and an expression tree, as of a mocking library, takes no omitted argument.</summary>
    private static async Task<bool> IsPlainCallAsync(ReferenceLocation place, CancellationToken cancellationToken)
    {
        if (await place.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return false;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var name = root.FindNode(place.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        if (name.IsPartOfStructuredTrivia())
        {
            return name.FirstAncestorOrSelf<MemberCrefSyntax>() is NameMemberCrefSyntax { Parameters: null };
        }

        var expression = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name;
        if (expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } })
        {
            return true;
        }

        return expression.Parent is InvocationExpressionSyntax call
            && call.Expression == expression
            && !call.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => IsExpressionTree(model.GetTypeInfo(lambda, cancellationToken).ConvertedType));
    }

    private static bool IsExpressionTree(ITypeSymbol? type) => type is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
