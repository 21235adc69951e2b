using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the <c>messages</c> of a chat request.</summary>
internal static class ChatMessageReader
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    public static IReadOnlyList<InputMessage> Read(JsonElement messages)
    {
        if (messages.ValueKind is not JsonValueKind.Array)
        {
            throw FieldReader.WrongType(messages, "messages", "an array");
        }

        var read = new List<InputMessage>();
        foreach (var message in messages.EnumerateArray())
        {
            read.Add(ReadMessage(message, Invariant($"messages[{read.Count}]")));
        }

        return read;
    }

    private static InputMessage ReadMessage(JsonElement message, string path)
    {
        string? role = null;
        string? text = null;
        foreach (var property in FieldReader.Object(message, path))
        {
            var name = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "role":
                    role = FieldReader.OneOf(property.Value, name, Roles);
                    break;
                case "content":
                    text = ReadContent(property.Value, name);
                    break;
                case "name" or "refusal":
                    FieldReader.String(property.Value, name);
                    break;
                case "annotations":
                    break;
                case "tool_calls" or "tool_call_id" or "function_call" or "audio":
                    if (property.Value.ValueKind is not JsonValueKind.Null)
                    {
                        throw new ApiErrorException(ApiErrors.NotSimulated(name, "this feature"));
                    }

                    break;
                default:
                    throw new ApiErrorException(ApiErrors.UnknownParameter(name));
            }
        }

        return role switch
        {
            null => throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.role")),
            "tool" or "function" => throw new ApiErrorException(ApiErrors.NotSimulated($"{path}.role", "tools")),
            _ => new InputMessage(role, text ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.content"))),
        };
    }

    private static string? ReadContent(JsonElement content, string path)
    {
        if (content.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return content.GetString();
        }

        if (content.ValueKind is not JsonValueKind.Array)
        {
            throw FieldReader.WrongType(content, path, "a string or an array");
        }

        return string.Concat(content.EnumerateArray().Select((part, index) => ReadPart(part, Invariant($"{path}[{index}]"))));
    }

    private static string ReadPart(JsonElement part, string path)
    {
        if (!FieldReader.Object(part, path).Any() || !part.TryGetProperty("type", out var type))
        {
            throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.type"));
        }

        return FieldReader.RequiredString(type, $"{path}.type") switch
        {
            ("text" or "refusal") and var kind => part.TryGetProperty(kind, out var text)
                ? FieldReader.RequiredString(text, $"{path}.{kind}")
                : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.{kind}")),
            var other => throw new ApiErrorException(ApiErrors.NotSimulated($"{path}.type", $"content of type '{other}'")),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
