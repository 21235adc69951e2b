using System.Text.Json.Nodes;
using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(Resources.Read("models.schema.json"))!.AsObject();

    [Theory]
    [InlineData("TypedLlm.models.json")]
    [InlineData(null)]
    public void Schema_knows_every_field_that_is_read(string? resource)
    {
        var text = resource is null ? CatalogReaderTests.Complete : Resources.Read(resource);
        AssertDescribed(JsonNode.Parse(text)!, Schema, "$");
    }

    [Theory]
    [InlineData("", "{{ \"{0}\": null }}")]
    [InlineData("model", "{{ \"models\": [ {{ \"id\": \"a\", \"{0}\": null }} ] }}")]
    [InlineData("capabilities", "{{ \"models\": [ {{ \"id\": \"a\", \"capabilities\": {{ \"chat\": {{ \"{0}\": null }} }} }} ] }}")]
    [InlineData("longContextPrice", "{{ \"models\": [ {{ \"id\": \"a\", \"price\": {{ \"longContext\": {{ \"{0}\": null }} }} }} ] }}")]
    public void Every_field_of_the_schema_is_read(string definition, string format)
    {
        var owner = definition.Length == 0 ? Schema : Schema["definitions"]![definition]!;
        foreach (var (name, _) in owner["properties"]!.AsObject())
        {
            if (definition != "model" || name != "id")
            {
                var json = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, name);
                Assert.DoesNotContain(CatalogReader.Read(json).Problems, problem => problem.Message.StartsWith("Unknown field", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Fields_that_may_be_meant_are_those_of_the_schema()
    {
        var definitions = Schema["definitions"]!;
        AssertFields(CatalogFields.File, Schema);
        AssertFields(CatalogFields.Model, definitions["model"]!);
        AssertFields(CatalogFields.Capabilities, definitions["model"]!["properties"]!["capabilities"]!);
        AssertFields(CatalogFields.EndpointCapabilities, definitions["capabilities"]!);
        AssertFields(CatalogFields.Price, definitions["model"]!["properties"]!["price"]!);
        AssertFields(CatalogFields.Tiers, definitions["model"]!["properties"]!["tiers"]!);
        AssertFields(CatalogFields.LongContextPrice, definitions["longContextPrice"]!);
        AssertFields(CatalogFields.Replacement, definitions["model"]!["properties"]!["replacement"]!);
    }

    [Fact]
    public void Fields_of_a_lock_file_are_those_of_its_schema()
    {
        var schema = JsonNode.Parse(Resources.Read("lock.schema.json"))!;
        var definitions = schema["definitions"]!;
        AssertFields(LockFields.File, schema);
        AssertFields(LockFields.Environment, definitions["environment"]!);
        AssertFields(LockFields.Model, definitions["model"]!);
        AssertFields(LockFields.Refusal, definitions["refusal"]!);
        AssertWords(CatalogFields.Capabilities, definitions["refusal"]!["properties"]!["endpoint"]!);
        AssertWords(CatalogFields.Features, definitions["refusal"]!["properties"]!["feature"]!);
    }

    private static void AssertFields(EquatableArray<string> fields, JsonNode owner) =>
        Assert.Equal(owner["properties"]!.AsObject().Select(property => property.Key), fields);

    private static void AssertWords(EquatableArray<string> words, JsonNode owner) =>
        Assert.Equal(owner["enum"]!.AsArray().Select(word => word!.GetValue<string>()), words);

    private static void AssertDescribed(JsonNode? value, JsonNode schema, string path)
    {
        schema = schema["$ref"] is { } reference ? Schema["definitions"]![reference.GetValue<string>().Split('/')[^1]]! : schema;
        switch (value)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    var described = schema["properties"]?[name] ?? schema["additionalProperties"] as JsonObject;
                    Assert.True(described is not null, $"{path}.{name}");
                    AssertDescribed(member, described, $"{path}.{name}");
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    AssertDescribed(items[i], schema["items"]!, $"{path}[{i}]");
                }

                break;
            case System.Text.Json.Nodes.JsonValue scalar when schema["enum"] is JsonArray words:
                Assert.True(words.Any(word => JsonNode.DeepEquals(word, scalar)), $"{path} = {scalar}");
                break;
        }
    }
}
