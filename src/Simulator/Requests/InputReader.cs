using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the <c>input</c> of a request: a text, or messages with text parts.</summary>
internal static class InputReader
{
    private static readonly string[] Roles = ["assistant", "system", "developer", "user"];

    public static IReadOnlyList<InputMessage> Read(JsonElement input)
    {
        switch (input.ValueKind)
        {
            case JsonValueKind.String:
                return [new InputMessage("user", input.GetString()!)];
            case JsonValueKind.Array:
                var messages = new List<InputMessage>();
                foreach (var item in input.EnumerateArray())
                {
                    messages.Add(ReadMessage(item, Invariant($"input[{messages.Count}]")));
                }

                return messages;
            default:
                throw FieldReader.WrongType(input, "input", "a string or an array");
        }
    }

    private static InputMessage ReadMessage(JsonElement item, string path)
    {
        string? role = null;
        string? text = null;
        foreach (var property in FieldReader.Object(item, path))
        {
            var name = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "type":
                    var type = FieldReader.RequiredString(property.Value, name);
                    if (type != "message")
                    {
                        throw new ApiErrorException(ApiErrors.NotSimulated(name, $"input items of type '{type}'"));
                    }

                    break;
                case "role":
                    role = FieldReader.OneOf(property.Value, name, Roles);
                    break;
                case "content":
                    text = ReadContent(property.Value, name);
                    break;
                case "id" or "status":
                    FieldReader.String(property.Value, name);
                    break;
                case "phase":
                    FieldReader.OneOf(property.Value, name, ["commentary", "final_answer"]);
                    break;
                default:
                    throw new ApiErrorException(ApiErrors.UnknownParameter(name));
            }
        }

        return new InputMessage(
            role ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.role")),
            text ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.content")));
    }

    private static string ReadContent(JsonElement content, string path)
    {
        if (content.ValueKind is JsonValueKind.String)
        {
            return content.GetString()!;
        }

        if (content.ValueKind is not JsonValueKind.Array)
        {
            throw FieldReader.WrongType(content, path, "a string or an array");
        }

        var text = new StringBuilder();
        var index = 0;
        foreach (var part in content.EnumerateArray())
        {
            text.Append(ReadPart(part, Invariant($"{path}[{index++}]")));
        }

        return text.ToString();
    }

    private static string ReadPart(JsonElement part, string path)
    {
        string? type = null;
        JsonElement? text = null;
        foreach (var property in FieldReader.Object(part, path))
        {
            switch (property.Name)
            {
                case "type":
                    type = FieldReader.RequiredString(property.Value, $"{path}.type");
                    break;
                case "text":
                    text = property.Value;
                    break;
            }
        }

        return type switch
        {
            null => throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.type")),
            not ("input_text" or "output_text") => throw new ApiErrorException(ApiErrors.NotSimulated($"{path}.type", $"content of type '{type}'")),
            _ => text is { } value
                ? FieldReader.RequiredString(value, $"{path}.text")
                : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.text")),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
