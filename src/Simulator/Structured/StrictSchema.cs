using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Judges a JSON schema as the service does when an answer must follow it strictly.</summary>
internal static class StrictSchema
{
    /// <summary>The first thing that the service refuses in <paramref name="schema"/>; null if it takes it.</summary>
    /// <param name="schema">The schema, an object.</param>
    /// <param name="name">The name under which the request hands it in.</param>
    /// <param name="what">What the name is the name of.</param>
    public static ApiError? Check(JsonElement schema, string name, string what = "response_format")
    {
        try
        {
            CheckRoot(schema);
            var references = new SchemaReferences(schema);
            new SchemaNodeRules(references).Check(schema, SchemaPath.Root);
            foreach (var (keyword, definition) in SchemaReferences.DefinitionsOf(schema))
            {
                new SchemaNodeRules(references).Check(definition.Value, SchemaPath.Root.To(keyword).To(definition.Name));
            }

            SchemaLimits.Check(schema, references);
            return null;
        }
        catch (SchemaRefusedException refused)
        {
            return new ApiError(400, refused.IsGeneral ? $"Invalid schema: {refused.Message}" : $"Invalid schema for {what} '{name}': {refused.Message}")
            {
                Param = "text.format.schema",
                Code = "invalid_json_schema",
            };
        }
    }

    private static void CheckRoot(JsonElement schema)
    {
        var type = schema.Keyword("type");
        if (!type.IsText("object"))
        {
            var given = type.ValueKind is JsonValueKind.String ? type.GetString() : "None";
            throw new SchemaRefusedException($"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{given}\"'.");
        }

        if (schema.Keyword("anyOf").ValueKind is not JsonValueKind.Undefined)
        {
            throw SchemaPath.Root.Refuse("'anyOf' is not permitted.");
        }
    }
}
