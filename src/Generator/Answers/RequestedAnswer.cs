using Microsoft.CodeAnalysis;
using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>A type that a model answers with as a whole.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="IsElement">Whether elements of that type are handed out one by one.</param>
internal sealed record RequestedAnswer(AnswerShape Shape, bool IsElement)
{
    /// <summary>What the methods of an endpoint answer with.</summary>
    public static EquatableArray<RequestedAnswer> Of(EndpointModel endpoint)
    {
        var answers = new List<RequestedAnswer>();
        foreach (var method in endpoint.Methods)
        {
            if (method.Answer is { } shape && method.Blocked is null)
            {
                answers.Add(new RequestedAnswer(shape, method.Shape == ReturnShape.Stream));
            }
        }

        return EquatableArray<RequestedAnswer>.From(answers);
    }

    /// <summary>The type that is marked as an answer; none if nothing can be emitted for it, which the analyzers report.</summary>
    public static EquatableArray<RequestedAnswer> OfMarked(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var shape = MarkedTypes.IsAnswer(type)
            ? ShapeReader.Read(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), type.ContainingAssembly, cancellationToken).Shape
            : null;
        return shape is null ? default : new EquatableArray<RequestedAnswer>([new RequestedAnswer(shape, IsElement: false)]);
    }
}
