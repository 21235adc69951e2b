using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.Endpoints;

/// <summary>Finds where parts of a declaration were written. Null for declarations of other assemblies.</summary>
internal static class DeclarationSyntaxes
{
    public static Location? Name(ISymbol symbol)
    {
        ImmutableArray<Location> locations = symbol.Locations;
        return locations.Length > 0 && locations[0].IsInSource ? locations[0] : null;
    }

    public static Location? ReturnType(IMethodSymbol method, CancellationToken cancellationToken) =>
        Declaration(method, cancellationToken) is MethodDeclarationSyntax syntax ? syntax.ReturnType.GetLocation() : Name(method);

    public static Location? ParameterType(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        Declaration(parameter, cancellationToken) is ParameterSyntax { Type: { } type } ? type.GetLocation() : Name(parameter);

    private static SyntaxNode? Declaration(ISymbol symbol, CancellationToken cancellationToken)
    {
        ImmutableArray<SyntaxReference> references = symbol.DeclaringSyntaxReferences;
        return references.Length > 0 ? references[0].GetSyntax(cancellationToken) : null;
    }
}
