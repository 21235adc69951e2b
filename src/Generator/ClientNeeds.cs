using TypedLlm.Endpoints;
using TypedLlm.Prompts;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// What the code of a client and its descriptor depend on: of answers and values, which type each is, and nothing of what is in it. So an edit
/// of a type emits no client again.
/// </summary>
internal static class ClientNeeds
{
    public static EndpointModel Of(EndpointModel endpoint) => endpoint with { Methods = Map(endpoint.Methods, Outside) };

    private static MethodModel Outside(MethodModel method) => method with
    {
        Answer = Outside(method.Answer),
        Instructions = Map(method.Instructions, Outside),
        UserMessage = Map(method.UserMessage, Outside),
    };

    private static PromptSegment Outside(PromptSegment segment) => segment.Json is null ? segment : segment with { Json = Outside(segment.Json) };

    private static AnswerShape? Outside(AnswerShape? shape) => shape is null ? null : shape with { Types = default, Warnings = default };

    private static EquatableArray<T> Map<T>(EquatableArray<T> items, Func<T, T> map)
        where T : IEquatable<T>
    {
        var mapped = new T[items.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map(items[i]);
        }

        return new EquatableArray<T>(mapped);
    }
}
