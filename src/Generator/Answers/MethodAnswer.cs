using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>The type that a method answers with.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="IsElement">Whether the method hands out elements of that type one by one.</param>
internal sealed record MethodAnswer(AnswerShape Shape, bool IsElement)
{
    public static EquatableArray<MethodAnswer> Of(EndpointModel endpoint)
    {
        var answers = new List<MethodAnswer>();
        foreach (var method in endpoint.Methods)
        {
            if (method.Answer is { } shape && method.Blocked is null)
            {
                answers.Add(new MethodAnswer(shape, method.Shape == ReturnShape.Stream));
            }
        }

        return EquatableArray<MethodAnswer>.From(answers);
    }
}
