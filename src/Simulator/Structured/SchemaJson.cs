using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads schemas, in which any keyword may be missing or hold something else than it should.</summary>
internal static class SchemaJson
{
    public static bool IsText(this JsonElement value, string text) => value.ValueKind is JsonValueKind.String && value.ValueEquals(text);

    /// <summary>The value of a keyword; undefined if <paramref name="schema"/> has none.</summary>
    public static JsonElement Keyword(this JsonElement schema, string name) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The properties that an object schema describes, in their order.</summary>
    public static IEnumerable<JsonProperty> PropertySchemas(this JsonElement schema) =>
        schema.Keyword("properties") is { ValueKind: JsonValueKind.Object } properties ? properties.EnumerateObject() : [];

    /// <summary>The branches of <c>anyOf</c>.</summary>
    public static IEnumerable<JsonElement> Branches(this JsonElement schema) => schema.ItemsOf("anyOf");

    /// <summary>The names of <c>type</c>, whether it is one or a list.</summary>
    public static IEnumerable<string> Types(this JsonElement schema) => schema.Keyword("type") switch
    {
        { ValueKind: JsonValueKind.String } type => [type.GetString()!],
        { ValueKind: JsonValueKind.Array } => schema.ItemsOf("type").Where(type => type.ValueKind is JsonValueKind.String).Select(type => type.GetString()!),
        _ => [],
    };

    /// <summary>The only values that are allowed: those of <c>enum</c>, or the one of <c>const</c>; none if any is.</summary>
    public static IReadOnlyList<JsonElement> AllowedValues(this JsonElement schema) => schema.Keyword("const") switch
    {
        { ValueKind: not JsonValueKind.Undefined } constant => [constant],
        _ => [.. schema.ItemsOf("enum")],
    };

    public static int? Count(this JsonElement schema, string name) =>
        schema.Keyword(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    public static IEnumerable<JsonElement> ItemsOf(this JsonElement schema, string name) =>
        schema.Keyword(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
