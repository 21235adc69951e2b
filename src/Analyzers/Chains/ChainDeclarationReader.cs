using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>
/// Reads the chain of an <c>[LlmEndpoint]</c> or <c>[LlmChain]</c> with the place of each name. As for the generator, a name that is null is not set.
/// </summary>
internal static class ChainDeclarationReader
{
    /// <summary>Whether the attribute sets a chain, if only a half-written one.</summary>
    public static bool SetsChain(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (IsName(argument.Key) && (argument.Value.Kind == TypedConstantKind.Error || !argument.Value.IsNull))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the attribute sets a name that cannot be read yet.</summary>
    public static bool HalfWritesName(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: WellKnownNames.Chain, Value.Kind: TypedConstantKind.Error })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The chain that an attribute sets, or one whose primary is missing. Null if the attribute is half-written, which the compiler reports, or
    /// uses a name that is not declared.
    /// </summary>
    public static ChainDeclaration? Read(ISymbol owner, AttributeData attribute, CancellationToken cancellationToken)
    {
        if (AttributeSyntaxes.Property(attribute, WellKnownNames.Chain, cancellationToken) is { } use
            && ValueOf(attribute, WellKnownNames.Chain) is { IsNull: false } or { Kind: TypedConstantKind.Error })
        {
            return ChainReader.NameOf(attribute) is { } name && ChainReader.Read(owner, attribute) is { IsEmpty: false } chain
                ? Use(name, chain, use.Expression.GetLocation())
                : null;
        }

        return ReadModels(attribute, cancellationToken);
    }

    /// <summary>The chain that an attribute writes out.</summary>
    public static ChainDeclaration? ReadModels(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ContainsDiagnostics: false } syntax)
        {
            return null;
        }

        var names = new List<string?>();
        var locations = new List<Location>();
        foreach (var property in (string[])[WellKnownNames.Primary, WellKnownNames.Fallback, WellKnownNames.Fallbacks])
        {
            if (AttributeSyntaxes.Property(attribute, property, cancellationToken) is { } argument
                && !TryAdd(ValueOf(attribute, property), argument.Expression, names, locations))
            {
                return null;
            }

            if (names.Count == 0)
            {
                names.Add(null);
                locations.Add(syntax.Name.GetLocation());
            }
        }

        return new ChainDeclaration(names, locations);
    }

    // All names of a chain that is declared elsewhere stand where it is used.
    private static ChainDeclaration Use(string name, EquatableArray<string> chain, Location location)
    {
        var locations = new Location[chain.Count];
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = location;
        }

        return new ChainDeclaration([.. chain], locations, name);
    }

    private static bool TryAdd(TypedConstant value, ExpressionSyntax expression, List<string?> names, List<Location> locations)
    {
        if (value.Kind == TypedConstantKind.Error)
        {
            return false;
        }

        if (value is { Kind: TypedConstantKind.Array, IsNull: false })
        {
            var elements = ElementsOf(expression);
            for (var i = 0; i < value.Values.Length; i++)
            {
                if (!TryAdd(value.Values[i], i < elements.Count ? elements[i] : expression, names, locations))
                {
                    return false;
                }
            }
        }
        else if (value is { Kind: TypedConstantKind.Primitive, Value: string name })
        {
            names.Add(name);
            locations.Add(expression.GetLocation());
        }

        return true;
    }

    private static bool IsName(string property) =>
        property is WellKnownNames.Chain or WellKnownNames.Primary or WellKnownNames.Fallback or WellKnownNames.Fallbacks;

    private static TypedConstant ValueOf(AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return default; // Of the kind Error.
    }

    private static IReadOnlyList<ExpressionSyntax> ElementsOf(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        CollectionExpressionSyntax collection => ElementsOf(collection),
        _ => [],
    };

    private static List<ExpressionSyntax> ElementsOf(CollectionExpressionSyntax collection)
    {
        var elements = new List<ExpressionSyntax>();
        foreach (var element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: var expression })
            {
                elements.Add(expression);
            }
        }

        return elements;
    }
}
