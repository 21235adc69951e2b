using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the <c>input</c> of a request: a text, or messages with texts, files and images.</summary>
internal sealed class InputReader(FileStore files)
{
    private static readonly string[] Roles = ["assistant", "system", "developer", "user"];

    private readonly FilePartReader _files = new(files);
    private readonly ImagePartReader _images = new(files);

    public IReadOnlyList<InputMessage> Read(JsonElement input)
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

    private InputMessage ReadMessage(JsonElement item, string path)
    {
        string? role = null;
        string? text = null;
        IReadOnlyList<InputAttachment> attachments = [];
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
                    (text, attachments) = ReadContent(property.Value, name);
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
            text ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.content")))
        {
            Attachments = attachments,
        };
    }

    private (string Text, IReadOnlyList<InputAttachment> Attachments) ReadContent(JsonElement content, string path)
    {
        if (content.ValueKind is JsonValueKind.String)
        {
            return (content.GetString()!, []);
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
                case "input_text" or "output_text":
                    text.Append(ReadText(part, name));
                    break;
                case InputAttachment.File:
                    attachments.Add(_files.Read(part, name));
                    break;
                case InputAttachment.Image:
                    attachments.Add(_images.Read(part, name));
                    break;
                case var type:
                    throw new ApiErrorException(ApiErrors.NotSimulated($"{name}.type", $"content of type '{type}'"));
            }
        }

        return (text.ToString(), attachments);
    }

    private static string TypeOf(JsonElement part, string path)
    {
        var type = FieldReader.Object(part, path).LastOrDefault(property => property.Name == "type").Value;
        return type.ValueKind is JsonValueKind.Undefined
            ? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.type"))
            : FieldReader.RequiredString(type, $"{path}.type");
    }

    private static string ReadText(JsonElement part, string path) => part.TryGetProperty("text", out var text)
        ? FieldReader.RequiredString(text, $"{path}.text")
        : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.text"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
