using System.Text.Json;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>The rules of the service for strict schemas, each judged from the JSON alone.</summary>
internal static class StrictRules
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "type", "description", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "$defs", "format", "pattern",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    };

    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { "date-time", "date", "time", "duration", "uuid" };
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "object", "array", "string", "number", "integer", "boolean", "null" };

    /// <summary>The first rule that a schema breaks; null if it breaks none.</summary>
    public static string? Fault(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "object")
        {
            return "The root is no object.";
        }

        return Check(root, root, "#");
    }

    private static string? Check(JsonElement schema, JsonElement root, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.EnumerateObject().Any())
        {
            return $"{path} is no schema.";
        }

        var names = schema.EnumerateObject().Select(property => property.Name).ToList();
        if (names.Distinct().Count() != names.Count || names.Find(name => !Keywords.Contains(name)) is not null)
        {
            return $"{path} has a keyword twice, or one that is refused: {string.Join(' ', names)}.";
        }

        return CheckReference(schema, root, path)
            ?? CheckTypes(schema, path)
            ?? CheckObject(schema, root, path)
            ?? CheckParts(schema, root, path);
    }

    private static string? CheckReference(JsonElement schema, JsonElement root, string path)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
        {
            return null;
        }

        var target = reference.GetString()!;
        if (schema.EnumerateObject().Count() > 1)
        {
            return $"{path} has something beside a reference.";
        }

        const string Definitions = "#/$defs/";
        return target == "#" || (target.StartsWith(Definitions, StringComparison.Ordinal)
                && root.TryGetProperty("$defs", out var definitions)
                && definitions.TryGetProperty(target[Definitions.Length..], out _))
            ? null
            : $"{path} refers to {target}, which does not exist.";
    }

    private static string? CheckTypes(JsonElement schema, string path)
    {
        var types = schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!).ToList() : [type.GetString()!]
            : [];
        if (types.Count == 0 && !schema.TryGetProperty("$ref", out _) && !schema.TryGetProperty("anyOf", out _))
        {
            return $"{path} has no type.";
        }

        if (!types.TrueForAll(Types.Contains) || (types.Contains("array") && !schema.TryGetProperty("items", out _)))
        {
            return $"{path} has a type that does not exist, or an array without items.";
        }

        return schema.TryGetProperty("format", out var format) && !Formats.Contains(format.GetString()!) ? $"{path} has an unknown format." : null;
    }

    private static string? CheckObject(JsonElement schema, JsonElement root, string path)
    {
        if (!schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "object")
        {
            return null;
        }

        if (!schema.TryGetProperty("additionalProperties", out var additional) || additional.ValueKind != JsonValueKind.False)
        {
            return $"{path}: 'additionalProperties' is required to be supplied and to be false.";
        }

        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        var required = schema.GetProperty("required").EnumerateArray().Select(item => item.GetString()).ToList();
        return required.SequenceEqual(properties.Select(property => property.Name)) && required.Distinct().Count() == required.Count
            ? properties.Select(property => Check(property.Value, root, $"{path}/{property.Name}")).FirstOrDefault(fault => fault is not null)
            : $"{path}: 'required' is required to be an array including every key in properties.";
    }

    private static string? CheckParts(JsonElement schema, JsonElement root, string path)
    {
        var parts = new List<(string Path, JsonElement Schema)>();
        if (schema.TryGetProperty("items", out var items))
        {
            parts.Add(($"{path}[]", items));
        }

        if (schema.TryGetProperty("anyOf", out var branches))
        {
            parts.AddRange(branches.EnumerateArray().Select((branch, index) => ($"{path}|{index}", branch)));
            var firstKeys = branches.EnumerateArray()
                .Where(branch => branch.TryGetProperty("properties", out var properties) && properties.EnumerateObject().Any())
                .Select(branch => branch.GetProperty("properties").EnumerateObject().First().Name).ToList();
            if (firstKeys.Distinct().Count() != firstKeys.Count)
            {
                return $"{path} has branches that begin alike.";
            }
        }

        if (schema.TryGetProperty("$defs", out var definitions))
        {
            parts.AddRange(definitions.EnumerateObject().Select(definition => ($"{path}/$defs/{definition.Name}", definition.Value)));
        }

        return parts.Select(part => Check(part.Schema, root, part.Path)).FirstOrDefault(fault => fault is not null);
    }
}
