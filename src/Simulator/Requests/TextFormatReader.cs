using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the form of an answer and refuses what the service refuses, unfit schemas included.</summary>
internal static class TextFormatReader
{
    private const int MaxNameLength = 64;
    private static readonly string[] Kinds = ["text", TextFormat.JsonObject, TextFormat.JsonSchema];

    /// <summary>Reads <c>text.format</c>, whose fields all stand in one object.</summary>
    public static TextFormat Read(JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return TextFormat.Plain;
        }

        var fields = FieldReader.Object(value, path).ToArray();
        var type = fields.LastOrDefault(field => field.Name == "type").Value;
        if (type.ValueKind is JsonValueKind.Undefined)
        {
            throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.type"));
        }

        var kind = FieldReader.OneOf(type, $"{path}.type", Kinds) ?? throw FieldReader.WrongType(type, $"{path}.type", "a string");
        var rest = fields.Where(field => field.Name != "type");
        if (kind == TextFormat.JsonSchema)
        {
            return ReadSchema(rest, path);
        }

        foreach (var field in rest)
        {
            throw new ApiErrorException(ApiErrors.UnknownParameter($"{path}.{field.Name}"));
        }

        return new TextFormat(kind);
    }

    /// <summary>Reads the fields of a JSON schema, wherever a request has them.</summary>
    public static TextFormat ReadSchema(IEnumerable<JsonProperty> fields, string path)
    {
        var format = new TextFormat(TextFormat.JsonSchema);
        foreach (var field in fields)
        {
            var name = $"{path}.{field.Name}";
            format = field.Name switch
            {
                "name" => format with { Name = ReadName(field.Value, name) },
                "description" => format with { Description = FieldReader.String(field.Value, name) },
                "strict" => format with { Strict = FieldReader.Boolean(field.Value, name) ?? true },
                "schema" => format with
                {
                    Schema = field.Value.ValueKind is JsonValueKind.Object ? field.Value.Clone() : throw FieldReader.WrongType(field.Value, name, "an object"),
                },
                _ => throw new ApiErrorException(ApiErrors.UnknownParameter(name)),
            };
        }

        var given = format.Name ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.name"));
        var schema = format.Schema ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.schema"));
        return format.Strict && StrictSchema.Check(schema, given) is { } refused
            ? throw new ApiErrorException(refused with { Param = $"{path}.schema" })
            : format;
    }

    public static string ReadName(JsonElement value, string path)
    {
        var name = FieldReader.RequiredString(value, path);
        ApiError? wrong = name switch
        {
            "" => ApiErrors.Empty(path),
            { Length: > MaxNameLength } => ApiErrors.TooLong(path, MaxNameLength, name.Length),
            _ when name.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-')) => ApiErrors.NoMatch(path, "^[a-zA-Z0-9_-]+$"),
            _ => null,
        };
        return wrong is null ? name : throw new ApiErrorException(wrong);
    }
}
