using System.Text.Json;

namespace TypedLlm.Simulator.Tests.Structured;

public sealed class StrictSchemaTests
{
    private const string Prefix = "Invalid schema for response_format 'Answer': ";
    private const string Required = "'required' is required to be supplied and to be an array including every key in properties.";

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'.")]
    [InlineData("""{"$ref":"#/$defs/A","$defs":{"A":{"type":"object","properties":{},"additionalProperties":false}}}""", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.")]
    [InlineData("[]", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.")]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.")]
    [InlineData("""{"type":["object","null"]}""", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.")]
    [InlineData("""{"type":"object","anyOf":[],"additionalProperties":false}""", "In context=(), 'anyOf' is not permitted.")]
    [InlineData("""{"type":"object"}""", "In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string"}},"additionalProperties":false}""", $"In context=(), {Required} Missing 'id'.")]
    [InlineData("""{"type":"object","properties":{"x":{"type":"object","properties":{"a":{"type":"string"},"y":{"type":"string"}},"required":["a"],"additionalProperties":false}},"required":["x"],"additionalProperties":false}""", $"In context=('properties', 'x'), {Required} Missing 'y'.")]
    [InlineData("""{"type":"object","properties":{},"required":["id"],"additionalProperties":false}""", $"In context=(), {Required} Extra required key 'id' supplied.")]
    public void The_root_and_every_object_are_closed_and_complete(string schema, string message) => AssertRefused(schema, message);

    [Theory]
    [InlineData("""{}""", "schema must have a 'type' key.")]
    [InlineData("""true""", "schema must have a 'type' key.")]
    [InlineData("""{"const":"fact"}""", "schema must have a 'type' key.")]
    [InlineData("""{"enum":["a","b"]}""", "schema must have a 'type' key.")]
    [InlineData("""{"type":[]}""", "schema must have a 'type' key.")]
    [InlineData("""{"type":"text"}""", "'text' is not valid under any of the given schemas.")]
    [InlineData("""{"type":["string",7]}""", "7 is not valid under any of the given schemas.")]
    [InlineData("""{"type":"string","format":"uri"}""", "'uri' is not a valid format.")]
    [InlineData("""{"type":"array"}""", "array schema missing items.")]
    [InlineData("""{"type":"array","items":[{"type":"string"}]}""", "array schema items is not an object.")]
    [InlineData("""{"type":"array","items":true}""", "array schema items is not an object.")]
    [InlineData("""{"anyOf":{}}""", "{} is not a non-empty array of schemas for 'anyOf'.")]
    public void What_has_no_type_that_the_service_knows_is_refused(string property, string message) =>
        AssertRefused(WithProperty("x", property), $"In context=('properties', 'x'), {message}");

    [Theory]
    [InlineData("allOf", "[]")]
    [InlineData("oneOf", "[]")]
    [InlineData("not", "{}")]
    [InlineData("if", "{}")]
    [InlineData("then", "{}")]
    [InlineData("else", "{}")]
    [InlineData("default", "1")]
    [InlineData("dependentRequired", "{}")]
    [InlineData("dependentSchemas", "{}")]
    [InlineData("dependencies", "{}")]
    [InlineData("patternProperties", "{}")]
    [InlineData("propertyNames", "{}")]
    [InlineData("minProperties", "1")]
    [InlineData("maxProperties", "1")]
    [InlineData("unevaluatedProperties", "false")]
    [InlineData("unevaluatedItems", "false")]
    [InlineData("contains", "{}")]
    [InlineData("minContains", "1")]
    [InlineData("maxContains", "1")]
    [InlineData("uniqueItems", "true")]
    [InlineData("prefixItems", "[]")]
    [InlineData("additionalItems", "false")]
    [InlineData("contentEncoding", "\"base64\"")]
    [InlineData("contentMediaType", "\"text/plain\"")]
    [InlineData("contentSchema", "{}")]
    [InlineData("$anchor", "\"a\"")]
    [InlineData("$dynamicRef", "\"#a\"")]
    [InlineData("$dynamicAnchor", "\"a\"")]
    [InlineData("$recursiveRef", "\"#\"")]
    [InlineData("$recursiveAnchor", "true")]
    public void A_keyword_that_strict_schemas_lack_is_refused(string keyword, string value) => AssertRefused(
        WithProperty("x", $$"""{"type":"array","items":{"type":"string","{{keyword}}":{{value}} } }"""),
        $"In context=('properties', 'x', 'items'), '{keyword}' is not permitted.");

    [Theory]
    [InlineData("""{"$ref":"#/$defs/B"}""", "In context=('properties', 'x'), reference to component '#/$defs/B' which was not found in the schema.")]
    [InlineData("""{"$ref":"#/properties/x"}""", "In context=('properties', 'x'), reference can only point to definitions defined at the top level of the schema.")]
    [InlineData("""{"$ref":"https://example.com/a.json"}""", "In context=('properties', 'x'), reference can only point to definitions defined at the top level of the schema.")]
    [InlineData("""{"$ref":"#/$defs/A","description":"d"}""", "context=('properties', 'x'), $ref cannot have keywords {'description'}.")]
    public void A_reference_stands_alone_and_points_at_a_definition(string property, string message) =>
        AssertRefused(WithProperty("x", property, """{"A":{"type":"string"}}"""), message);

    [Fact]
    public void Definitions_are_judged_even_where_nothing_refers_to_them() => AssertRefused(
        WithProperty("x", """{"type":"string"}""", """{"A":{"type":"object","additionalProperties":false,"properties":{"y":{}},"required":["y"]}}"""),
        "In context=('$defs', 'A', 'properties', 'y'), schema must have a 'type' key.");

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"type":["string","null"],"pattern":"^a+$","minLength":1,"maxLength":9}""")]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMaximum":1,"multipleOf":0.1}""")]
    [InlineData("""{"type":"array","items":{"$ref":"#"},"minItems":0,"maxItems":2}""")]
    [InlineData("""{"$ref":"#/$defs/A"}""")]
    [InlineData("""{"type":"string","const":"fact"}""")]
    [InlineData("""{"type":"string","enum":["a","b"],"title":"T","description":"D"}""")]
    [InlineData("""{"type":"string","format":"date-time"}""")]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":false}""")]
    public void What_the_service_takes_is_taken(string property) => Assert.Null(
        Check(WithProperty("x", property, """{"A":{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#/$defs/A"},{"type":"null"}]}},"required":["next"],"additionalProperties":false}}""")));

    [Fact]
    public void Branches_are_told_apart_by_their_first_key()
    {
        static string Branch(string first) =>
            $$"""{"type":"object","properties":{{{first}},"name":{"type":"string"} },"required":["kind","name"],"additionalProperties":false}""";

        var alike = Check(WithProperty("x", $$"""{"anyOf":[{{Branch("\"kind\":{\"type\":\"string\"}")}},{{Branch("\"kind\":{\"type\":\"string\"}")}}]}"""));
        var byValue = Check(WithProperty("x", $$"""{"anyOf":[{{Branch("\"kind\":{\"type\":\"string\",\"const\":\"a\"}")}},{{Branch("\"kind\":{\"type\":\"string\",\"enum\":[\"b\"]}")}}]}"""));
        var byReference = Check(WithProperty("x", """{"anyOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/A"}]}""", $$"""{"A":{{Branch("\"kind\":{\"type\":\"string\"}")}}}"""));

        const string Message = "Invalid schema: Objects provided via 'anyOf' must not share identical first keys. "
            + "Consider adding a discriminator key or rearranging the properties to ensure the first key is unique.";
        Assert.Equal(Message, alike?.Message);
        Assert.Equal(Message, byReference?.Message);
        Assert.Null(byValue);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "11 levels of nesting exceeds limit of 10.")]
    [InlineData(14, "14 levels of nesting exceeds limit of 10.")]
    public void Nesting_is_limited(int levels, string? message)
    {
        var schema = WithProperty("x", """{"type":"string"}""");
        for (var level = 0; level < levels; level++)
        {
            schema = level % 2 == 0 || level == levels - 1 ? WithProperty("x", schema) : $$"""{"type":"array","items":{{schema}}}""";
        }

        Assert.Equal(message is null ? null : Prefix + message, Check(schema)?.Message);
    }

    [Fact]
    public void Levels_count_through_references_and_a_circle_counts_once()
    {
        var definitions = string.Join(',', Enumerable.Range(0, 12).Select(i => $"\"D{i}\":{WithProperty("x", $"{{\"$ref\":\"#/$defs/D{i + 1}\"}}")}"))
            + $",\"D12\":{WithProperty("x", "{\"anyOf\":[{\"$ref\":\"#/$defs/D12\"},{\"type\":\"null\"}]}")}";

        AssertRefused(WithProperty("x", """{"$ref":"#/$defs/D0"}""", $"{{{definitions}}}"), "13 levels of nesting exceeds limit of 10.");
        Assert.Null(Check(WithProperty("x", """{"$ref":"#/$defs/D6"}""", $"{{{definitions}}}")));
    }

    [Theory]
    [InlineData(5_000, null)]
    [InlineData(6_000, "6000 parameters exceeds limit of 5000.")]
    public void Properties_are_limited(int count, string? message)
    {
        var names = Enumerable.Range(0, count).Select(i => $"p{i}").ToArray();
        var schema = JsonSerializer.Serialize(new
        {
            type = "object",
            properties = names.ToDictionary(name => name, _ => new { type = "string" }),
            required = names,
            additionalProperties = false,
        });

        Assert.Equal(message is null ? null : Prefix + message, Check(schema)?.Message);
    }

    [Fact]
    public void Values_of_enums_are_limited_in_number_and_length()
    {
        static string Enum(int count, int length) =>
            $$"""{"type":"string","enum":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(length, 'v')}\""))}}]}""";

        Assert.Null(Check(WithProperty("x", Enum(1_000, 15))));
        AssertRefused(WithProperty("x", Enum(1_004, 4)), "Expected at most 1000 enum values in total, but received 1004.");
        AssertRefused(
            WithProperty("x", Enum(251, 60)),
            "In context=('properties', 'x'), an enum of more than 250 values may have at most 15000 characters in total, but it has 15060.");
        Assert.Null(Check(WithProperty("x", Enum(250, 60))));
        AssertRefused(
            WithProperty("x", Enum(250, 480)),
            "Expected at most 120000 characters in total over property names, definition names, enum values and const values, but received 120001.");
    }

    private static void AssertRefused(string schema, string message)
    {
        var error = Check(schema);

        Assert.NotNull(error);
        Assert.Equal(Prefix + message, error.Message);
        Assert.Equal(400, error.Status);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Equal("invalid_json_schema", error.Code);
        Assert.Equal("text.format.schema", error.Param);
    }

    private static ApiError? Check(string schema)
    {
        using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = 100 });
        return StrictSchema.Check(document.RootElement, "Answer");
    }

    private static string WithProperty(string name, string property, string? definitions = null) =>
        $$"""{"type":"object","properties":{"{{name}}":{{property}}},"required":["{{name}}"],"additionalProperties":false{{(definitions is null ? "" : $",\"$defs\":{definitions}")}}}""";
}
