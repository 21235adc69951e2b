using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the functions that a model may call. The simulated one never does: it answers with text, as a model may.</summary>
internal static class ToolReader
{
    /// <summary>Reads <c>tools</c> of the Responses API, whose functions are strict unless they say otherwise.</summary>
    public static IReadOnlyList<JsonElement> Read(JsonElement tools) => Read(tools, wrapper: null, isStrict: true);

    /// <summary>Reads <c>tools</c> of a chat, which has the fields of a function in an object of their own.</summary>
    public static IReadOnlyList<JsonElement> ReadChat(JsonElement tools) => Read(tools, wrapper: "function", isStrict: false);

    private static List<JsonElement> Read(JsonElement tools, string? wrapper, bool isStrict)
    {
        if (tools.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        if (tools.ValueKind is not JsonValueKind.Array)
        {
            throw FieldReader.WrongType(tools, "tools", "an array");
        }

        var read = new List<JsonElement>();
        foreach (var tool in tools.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"tools[{read.Count}]");
            var type = FieldReader.RequiredString(Required(tool, "type", path), $"{path}.type");
            if (type != "function")
            {
                throw new ApiErrorException(ApiErrors.NotSimulated($"{path}.type", $"tools of type '{type}'"));
            }

            CheckFunction(wrapper is null ? tool : Required(tool, wrapper, path), wrapper is null ? path : $"{path}.{wrapper}", isStrict);
            read.Add(tool.Clone());
        }

        return read;
    }

    private static void CheckFunction(JsonElement function, string path, bool isStrict)
    {
        var name = TextFormatReader.ReadName(Required(function, "name", path), $"{path}.name");
        if (function.TryGetProperty("strict", out var strict))
        {
            isStrict = FieldReader.Boolean(strict, $"{path}.strict") ?? isStrict;
        }

        if (function.TryGetProperty("parameters", out var parameters) && parameters.ValueKind is not JsonValueKind.Null
            && isStrict && StrictSchema.Check(parameters, name, "function") is { } refused)
        {
            throw new ApiErrorException(refused with { Param = $"{path}.parameters", Code = "invalid_function_parameters" });
        }
    }

    private static JsonElement Required(JsonElement element, string name, string path) =>
        FieldReader.Object(element, path).LastOrDefault(property => property.Name == name).Value is { ValueKind: not JsonValueKind.Undefined } value
            ? value
            : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.{name}"));
}
