using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The rules that every part of a strict schema must keep.</summary>
internal sealed class SchemaNodeRules(SchemaReferences references)
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "object", "array", "null"];

    private static readonly string[] Formats =
        ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal)
    {
        "oneOf", "allOf", "not", "if", "then", "else", "default",
        "dependentRequired", "dependentSchemas", "dependencies",
        "patternProperties", "propertyNames", "minProperties", "maxProperties", "unevaluatedProperties",
        "contains", "minContains", "maxContains", "uniqueItems", "prefixItems", "additionalItems", "unevaluatedItems",
        "contentEncoding", "contentMediaType", "contentSchema",
        "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor",
    };

    public void Check(JsonElement schema, SchemaPath path)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            throw path.Refuse("schema must have a 'type' key.");
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            CheckReference(schema, reference, path);
            return;
        }

        foreach (var keyword in schema.EnumerateObject().Where(keyword => Refused.Contains(keyword.Name)))
        {
            throw path.Refuse($"'{keyword.Name}' is not permitted.");
        }

        CheckType(schema, path);
        if (schema.Types().Contains("object"))
        {
            CheckObject(schema, path);
        }

        if (schema.Types().Contains("array"))
        {
            CheckArray(schema, path);
        }

        CheckBranches(schema, path);
    }

    private void CheckReference(JsonElement schema, JsonElement reference, SchemaPath path)
    {
        var others = schema.EnumerateObject().Where(keyword => keyword.Name != "$ref").Select(keyword => $"'{keyword.Name}'").ToArray();
        if (others.Length > 0)
        {
            throw new SchemaRefusedException($"context={path}, $ref cannot have keywords {{{string.Join(", ", others)}}}.");
        }

        if (reference.ValueKind is not JsonValueKind.String || !SchemaReferences.IsLocal(reference.GetString()!))
        {
            throw path.Refuse("reference can only point to definitions defined at the top level of the schema.");
        }

        if (!references.TryFind(reference.GetString()!, out _))
        {
            throw path.Refuse($"reference to component '{reference.GetString()}' which was not found in the schema.");
        }
    }

    private static void CheckType(JsonElement schema, SchemaPath path)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            if (!schema.TryGetProperty("anyOf", out _))
            {
                throw path.Refuse("schema must have a 'type' key.");
            }

            return;
        }

        var names = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type };
        foreach (var name in names.Where(name => name.ValueKind is not JsonValueKind.String || !Types.Contains(name.GetString())))
        {
            throw path.Refuse($"{Quote(name)} is not valid under any of the given schemas.");
        }

        if (names.Length == 0)
        {
            throw path.Refuse("schema must have a 'type' key.");
        }

        if (schema.TryGetProperty("format", out var format) && !(format.ValueKind is JsonValueKind.String && Formats.Contains(format.GetString())))
        {
            throw path.Refuse($"{Quote(format)} is not a valid format.");
        }
    }

    private void CheckObject(JsonElement schema, SchemaPath path)
    {
        if (schema.Keyword("additionalProperties").ValueKind is not JsonValueKind.False)
        {
            throw path.Refuse("'additionalProperties' is required to be supplied and to be false.");
        }

        var properties = schema.PropertySchemas().ToArray();
        var required = schema.ItemsOf("required").Where(name => name.ValueKind is JsonValueKind.String).Select(name => name.GetString()!).ToArray();
        const string Rule = "'required' is required to be supplied and to be an array including every key in properties.";
        if (properties.Select(property => property.Name).FirstOrDefault(name => !required.Contains(name)) is { } missing)
        {
            throw path.Refuse($"{Rule} Missing '{missing}'.");
        }

        if (required.FirstOrDefault(name => properties.All(property => property.Name != name)) is { } extra)
        {
            throw path.Refuse($"{Rule} Extra required key '{extra}' supplied.");
        }

        foreach (var property in properties)
        {
            Check(property.Value, path.To("properties").To(property.Name));
        }
    }

    private void CheckArray(JsonElement schema, SchemaPath path)
    {
        var items = schema.Keyword("items");
        switch (items.ValueKind)
        {
            case JsonValueKind.Undefined:
                throw path.Refuse("array schema missing items.");
            case JsonValueKind.Object:
                Check(items, path.To("items"));
                break;
            default:
                throw path.Refuse("array schema items is not an object.");
        }
    }

    private void CheckBranches(JsonElement schema, SchemaPath path)
    {
        if (!schema.TryGetProperty("anyOf", out var anyOf))
        {
            return;
        }

        var branches = schema.Branches().ToArray();
        if (branches.Length == 0)
        {
            throw path.Refuse($"{anyOf.GetRawText()} is not a non-empty array of schemas for 'anyOf'.");
        }

        for (var i = 0; i < branches.Length; i++)
        {
            Check(branches[i], path.To("anyOf").To($"{i}"));
        }

        CheckFirstKeys(branches);
    }

    /// <summary>The service tells branches apart by their first key, or by the values that it may have.</summary>
    private void CheckFirstKeys(JsonElement[] branches)
    {
        var firsts = branches.Select(branch => references.Resolve(branch).PropertySchemas().Take(1).ToArray()).Where(first => first.Length == 1)
            .Select(first => first[0]).ToArray();
        for (var i = 0; i < firsts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (firsts[i].Name == firsts[j].Name && !AreTellable(firsts[i].Value, firsts[j].Value))
                {
                    throw new SchemaRefusedException("Objects provided via 'anyOf' must not share identical first keys. "
                        + "Consider adding a discriminator key or rearranging the properties to ensure the first key is unique.", isGeneral: true);
                }
            }
        }
    }

    private static bool AreTellable(JsonElement one, JsonElement other)
    {
        var (first, second) = (one.AllowedValues(), other.AllowedValues());
        return first.Count > 0 && second.Count > 0 && !first.Any(value => second.Any(match => JsonElement.DeepEquals(value, match)));
    }

    private static string Quote(JsonElement value) => value.ValueKind is JsonValueKind.String ? $"'{value.GetString()}'" : value.GetRawText();
}
