using Microsoft.CodeAnalysis;
using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.Analyzers.Answers;

/// <summary>Finds the types of answers that a declaration brings in.</summary>
internal static class AnswerRoots
{
    /// <summary>
    /// The roots of a type: itself, if it is marked as an answer, or what the methods of an endpoint answer with. A generic type is judged where it is closed.
    /// </summary>
    public static IEnumerable<AnswerRoot> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.TypeKind == TypeKind.Interface && AttributeSyntaxes.Find(type, EndpointReader.Attribute) is not null)
        {
            return OfEndpoint(type, cancellationToken);
        }

        return OfAnswer(type);
    }

    private static IEnumerable<AnswerRoot> OfEndpoint(INamedTypeSymbol endpoint, CancellationToken cancellationToken)
    {
        foreach (var member in MemberCollector.Collect(endpoint))
        {
            if (member is IMethodSymbol { Arity: 0 } method
                && ReturnShapeReader.Read(method.ReturnType) is (var shape, { SpecialType: not SpecialType.System_String } answer))
            {
                var isHere = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, endpoint.ContainingAssembly);
                var place = isHere ? DeclarationSyntaxes.ReturnType(method, cancellationToken) : null;
                yield return new AnswerRoot(answer, shape, place ?? DeclarationSyntaxes.Name(endpoint) ?? Location.None);
            }
        }
    }

    private static IEnumerable<AnswerRoot> OfAnswer(INamedTypeSymbol type)
    {
        if (MarkedTypes.IsAnswer(type))
        {
            yield return new AnswerRoot(type, ReturnShape.Task, DeclarationSyntaxes.Name(type) ?? Location.None);
        }
    }
}
