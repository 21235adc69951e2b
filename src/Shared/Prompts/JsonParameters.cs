using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Prompts;

/// <summary>Reads the types of values that stand in prompts as JSON.</summary>
internal static class JsonParameters
{
    /// <summary>Reads a type without its nullability: null is not written at all.</summary>
    public static AnswerReading Read(ITypeSymbol type, MethodScope scope) => ShapeReader.ReadWritten(
        TypeNames.Underlying(type).WithNullableAnnotation(NullableAnnotation.NotAnnotated), scope.Endpoint.ContainingAssembly, scope.CancellationToken);

    /// <summary>Reports what keeps a value from being written; what does not compile is the compiler's to report.</summary>
    /// <param name="scope">The method.</param>
    /// <param name="reading">What was read, without a shape.</param>
    /// <param name="name">The parameter, or the path to the member of it.</param>
    /// <param name="location">Where it is reported.</param>
    /// <param name="owner">The interface that this was written in.</param>
    public static void Block(MethodScope scope, AnswerReading reading, string name, Location? location, INamedTypeSymbol owner)
    {
        if (reading.Obstacle is { } problem)
        {
            var (path, reason, wayOut) = (problem.Arguments[0], problem.Arguments[1], problem.Arguments[2]);
            scope.BlockOnce(DiagnosticIds.UnsupportedParameterType, location, [name, $"cannot be written as JSON: '{path}' {reason}; {wayOut}"], owner);
        }
        else
        {
            scope.BlockSilently(DiagnosticIds.UnsupportedParameterType);
        }
    }
}
