using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the <c>messages</c> of a chat request.</summary>
internal sealed class ChatMessageReader(FileStore files)
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    private readonly ChatPartReader _parts = new(files);

    public IReadOnlyList<InputMessage> Read(JsonElement messages)
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

    private InputMessage ReadMessage(JsonElement message, string path)
    {
        string? role = null;
        string? text = null;
        IReadOnlyList<InputAttachment> attachments = [];
        foreach (var property in FieldReader.Object(message, path))
        {
            var name = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "role":
                    role = FieldReader.OneOf(property.Value, name, Roles);
                    break;
                case "content":
                    (text, attachments) = ReadContent(property.Value, name);
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
            _ => new InputMessage(role, text ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.content"))) { Attachments = attachments },
        };
    }

    private (string? Text, IReadOnlyList<InputAttachment> Attachments) ReadContent(JsonElement content, string path)
    {
        if (content.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return (content.GetString(), []);
        }

        if (content.ValueKind is not JsonValueKind.Array)
        {
            throw FieldReader.WrongType(content, path, "a string or an array");
        }

        var text = new StringBuilder();
        var attachments = new List<InputAttachment>();
        foreach (var (index, part) in content.EnumerateArray().Index())
        {
            var name = Invariant($"{path}[{index}]");
            switch (TypeOf(part, name))
            {
                case ("text" or "refusal") and var kind:
                    text.Append(part.TryGetProperty(kind, out var value)
                        ? FieldReader.RequiredString(value, $"{name}.{kind}")
                        : throw new ApiErrorException(ApiErrors.MissingParameter($"{name}.{kind}")));
                    break;
                case ChatPartReader.File:
                    attachments.Add(_parts.ReadFile(part, name));
                    break;
                case ChatPartReader.Image:
                    attachments.Add(ChatPartReader.ReadImage(part, name));
                    break;
                case var other:
                    throw new ApiErrorException(ApiErrors.NotSimulated($"{name}.type", $"content of type '{other}'"));
            }
        }

        return (text.ToString(), attachments);
    }

    private static string TypeOf(JsonElement part, string path) => FieldReader.Object(part, path).Any() && part.TryGetProperty("type", out var type)
        ? FieldReader.RequiredString(type, $"{path}.type")
        : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.type"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
