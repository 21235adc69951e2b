using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Reads from a return type how the answer is handed out.</summary>
internal static class ReturnShapeReader
{
    private const string Tasks = "System.Threading.Tasks";

    public static ReturnShape Read(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Arity: 1 } named)
        {
            return ReturnShape.Unsupported;
        }

        var answer = named.TypeArguments[0];
        return named.Name switch
        {
            "Task" when TypeNames.Is(named, Tasks, "Task", 1) => IsText(answer) ? ReturnShape.Text : OfText(answer, "LlmResult", ReturnShape.Result),
            "ValueTask" when TypeNames.Is(named, Tasks, "ValueTask", 1) && IsText(answer) => ReturnShape.ValueText,
            "IAsyncEnumerable" when TypeNames.Is(named, "System.Collections.Generic", "IAsyncEnumerable", 1) =>
                IsText(answer) ? ReturnShape.TextStream : OfText(answer, "LlmEvent", ReturnShape.EventStream),
            _ => ReturnShape.Unsupported,
        };
    }

    /// <summary>Whether the answer, or the text inside it, is declared nullable.</summary>
    public static bool IsAnswerNullable(ITypeSymbol type)
    {
        var answer = ((INamedTypeSymbol)type).TypeArguments[0];
        return answer.NullableAnnotation == NullableAnnotation.Annotated
            || (answer is INamedTypeSymbol { Arity: 1 } wrapper && wrapper.TypeArguments[0].NullableAnnotation == NullableAnnotation.Annotated);
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    private static ReturnShape OfText(ITypeSymbol type, string wrapper, ReturnShape shape) =>
        TypeNames.Is(type, "TypedLlm", wrapper, 1) && IsText(((INamedTypeSymbol)type).TypeArguments[0]) ? shape : ReturnShape.Unsupported;
}
