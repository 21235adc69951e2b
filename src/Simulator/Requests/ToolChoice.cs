using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Which function a request makes the model call. One that may be called or not is not called.</summary>
internal static class ToolChoice
{
    /// <summary>The function that has to be called; null if none has to.</summary>
    /// <exception cref="ApiErrorException">The choice is none that the service takes, or one that the simulator does not serve.</exception>
    /// <param name="request">The request with its tools and its choice.</param>
    /// <param name="wrapper">The name of the object that has the fields of a function; null if they stand in the tool itself.</param>
    public static JsonElement? Forced(TextRequest request, string? wrapper)
    {
        const string Name = "tool_choice";
        if (request.ToolChoice is not { } choice || (choice.ValueKind is JsonValueKind.String && (choice.ValueEquals("auto") || choice.ValueEquals("none"))))
        {
            return null;
        }

        if (request.Stream)
        {
            throw new ApiErrorException(ApiErrors.NotSimulated(Name, "streamed calls of tools"));
        }

        var functions = request.Tools.Select(tool => Fields(tool, wrapper)).ToList();
        if (choice.ValueKind is JsonValueKind.String)
        {
            return choice.ValueEquals("required") && functions.Count > 0
                ? functions[0]
                : throw new ApiErrorException(ApiErrors.InvalidValue(Name, choice.GetString()!, functions.Count > 0 ? ["none", "auto", "required"] : ["none", "auto"]));
        }

        var wanted = FieldReader.Object(choice, Name).LastOrDefault(static property => property.Name == "type").Value is { ValueKind: JsonValueKind.String } type && type.ValueEquals("function")
            ? FieldReader.RequiredString(Fields(choice, wrapper).TryGetProperty("name", out var name) ? name : throw new ApiErrorException(ApiErrors.MissingParameter($"{Name}.name")), $"{Name}.name")
            : throw new ApiErrorException(ApiErrors.NotSimulated(Name, "this choice of tools"));
        return functions.Find(function => function.GetProperty("name").ValueEquals(wanted)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new ApiErrorException(ApiErrors.InvalidValue($"{Name}.name", wanted, functions.Select(static function => function.GetProperty("name").GetString()!)));
    }

    private static JsonElement Fields(JsonElement tool, string? wrapper) =>
        wrapper is null ? tool
        : tool.TryGetProperty(wrapper, out var fields) && fields.ValueKind is JsonValueKind.Object ? fields
        : throw new ApiErrorException(ApiErrors.MissingParameter($"tool_choice.{wrapper}"));
}
