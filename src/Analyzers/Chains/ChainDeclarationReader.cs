using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Reads the chain of an <c>[LlmEndpoint]</c> with the place of each name.</summary>
internal static class ChainDeclarationReader
{
    /// <summary>The chain; null if the attribute sets none, or if a name is no constant, which the compiler reports.</summary>
    public static ChainDeclaration? Read(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList: { } arguments } syntax)
        {
            return null;
        }

        var names = new List<string?>();
        var locations = new List<Location>();
        foreach (var property in new[] { "Primary", "Fallback", "Fallbacks" })
        {
            var value = ValueOf(attribute, property);
            if (ArgumentOf(arguments, property) is { } expression)
            {
                if (value is not { } constant || !TryAdd(constant, expression, names, locations))
                {
                    return null;
                }
            }
            else if (property == "Primary")
            {
                names.Add(null);
                locations.Add(syntax.Name.GetLocation());
            }
        }

        return names.Count == 1 && names[0] is null && ArgumentOf(arguments, "Primary") is null ? null : new ChainDeclaration(names, locations);
    }

    private static bool TryAdd(TypedConstant value, ExpressionSyntax expression, List<string?> names, List<Location> locations)
    {
        switch (value)
        {
            case { Kind: TypedConstantKind.Error }:
                return false;
            case { Kind: TypedConstantKind.Array, IsNull: false }:
                var elements = ElementsOf(expression);
                for (var i = 0; i < value.Values.Length; i++)
                {
                    if (!TryAdd(value.Values[i], i < elements.Count ? elements[i] : expression, names, locations))
                    {
                        return false;
                    }
                }

                return true;
            default:
                // A fallback that is null is none; a primary that is null is reported as missing where it stands.
                if (value.Value is string || names.Count == 0)
                {
                    names.Add(value.Value as string);
                    locations.Add(expression.GetLocation());
                }

                return true;
        }
    }

    private static ExpressionSyntax? ArgumentOf(AttributeArgumentListSyntax arguments, string property)
    {
        foreach (var argument in arguments.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == property)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    private static TypedConstant? ValueOf(AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IReadOnlyList<ExpressionSyntax> ElementsOf(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => ImmutableArray<ExpressionSyntax>.Empty,
    };
}
