using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>The shapes of what the prompts of an endpoint write as JSON.</summary>
internal static class JsonPlaceholders
{
    public static EquatableArray<AnswerShape> Of(EndpointModel endpoint)
    {
        var shapes = new List<AnswerShape>();
        foreach (var method in endpoint.Methods)
        {
            foreach (var segment in method.Instructions)
            {
                Add(segment.Json);
            }

            foreach (var segment in method.UserMessage)
            {
                Add(segment.Json);
            }
        }

        return EquatableArray<AnswerShape>.From(shapes);

        void Add(AnswerShape? shape)
        {
            if (shape is not null)
            {
                shapes.Add(shape);
            }
        }
    }
}
