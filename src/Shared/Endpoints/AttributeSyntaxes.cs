using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.Endpoints;

/// <summary>Finds where an attribute and its arguments were written. Null for attributes of other assemblies.</summary>
internal static class AttributeSyntaxes
{
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "TypedLlm", name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a symbol of the source carries attributes at all. Binds none of them, unlike asking for them.</summary>
    public static bool AreWritten(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is MemberDeclarationSyntax { AttributeLists.Count: > 0 })
            {
                return true;
            }
        }

        return symbol is IMethodSymbol { PartialImplementationPart: { } part } && AreWritten(part, cancellationToken);
    }

    /// <summary>The argument that sets a property: <c>Primary = "5.4"</c>.</summary>
    public static AttributeArgumentSyntax? Property(AttributeData attribute, string name, CancellationToken cancellationToken)
    {
        foreach (var argument in Arguments(attribute, cancellationToken))
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>The first argument of the constructor.</summary>
    public static ExpressionSyntax? FirstArgument(AttributeData attribute, CancellationToken cancellationToken)
    {
        foreach (var argument in Arguments(attribute, cancellationToken))
        {
            if (argument.NameEquals is null)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList: { } list } ? list.Arguments : default;
}
