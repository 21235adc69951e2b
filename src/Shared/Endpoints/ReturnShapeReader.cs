using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Reads from a return type how the answer is handed out.</summary>
internal static class ReturnShapeReader
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Result = "LlmResult";
    private const string Event = "LlmEvent";

    /// <param name="type">The return type.</param>
    /// <returns>The shape, and the type of the answer; null if there is none.</returns>
    public static (ReturnShape Shape, ITypeSymbol? Answer) Read(ITypeSymbol type)
    {
        var read = ReadContainer(type);
        return read.Answer is { } answer && (Unwrap(answer, Result) ?? Unwrap(answer, Event)) is not null ? default : read;
    }

    /// <summary>Whether the answer, or what wraps it, is declared nullable.</summary>
    public static bool IsAnswerNullable(ITypeSymbol type)
    {
        var answer = ((INamedTypeSymbol)type).TypeArguments[0];
        return answer.NullableAnnotation == NullableAnnotation.Annotated
            || (answer is INamedTypeSymbol { Arity: 1 } wrapper && wrapper.TypeArguments[0].NullableAnnotation == NullableAnnotation.Annotated);
    }

    private static (ReturnShape Shape, ITypeSymbol? Answer) ReadContainer(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Arity: 1 } named)
        {
            return default;
        }

        var inside = named.TypeArguments[0];
        return named.Name switch
        {
            "Task" when TypeNames.Is(named, Tasks, "Task", 1) => Unwrap(inside, Result) is { } result ? (ReturnShape.Result, result) : (ReturnShape.Task, inside),
            "ValueTask" when TypeNames.Is(named, Tasks, "ValueTask", 1) => (ReturnShape.ValueTask, inside),
            "IAsyncEnumerable" when TypeNames.Is(named, "System.Collections.Generic", "IAsyncEnumerable", 1) =>
                Unwrap(inside, Event) is { } answer ? (ReturnShape.EventStream, answer) : (ReturnShape.Stream, inside),
            _ => default,
        };
    }

    private static ITypeSymbol? Unwrap(ITypeSymbol type, string wrapper) =>
        TypeNames.Is(type, "TypedLlm", wrapper, 1) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;
}
