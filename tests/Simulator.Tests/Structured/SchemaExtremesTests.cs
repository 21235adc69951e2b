using System.Text.Json;

namespace TypedLlm.Simulator.Tests.Structured;

/// <summary>Schemas that are small to write and have answers without end, or none at all.</summary>
public sealed class SchemaExtremesTests
{
    private const int MaxBytes = 20_000;

    [Theory]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/a"}]}""")]
    [InlineData("""{"$ref":"#/$defs/a"}""")]
    [InlineData("""{"anyOf":[{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}]}]}""")]
    public void A_definition_that_never_describes_a_value_is_refused_and_survived(string definition)
    {
        using var document = JsonDocument.Parse(WithProperty("""{"$ref":"#/$defs/a"}""", $$"""{"a":{{definition}}}"""));

        var refused = StrictSchema.Check(document.RootElement, "Answer");
        Assert.Equal(
            "Invalid schema for response_format 'Answer': In context=('$defs','a'), reference leads back to itself without ever describing a value.",
            refused?.Message);
        Assert.Equal("""{"x":null}""", SchemaAnswer.Write(document.RootElement, new Random(1), MaxBytes));
    }

    [Fact]
    public void A_branch_that_leads_back_to_itself_beside_another_is_left_in_the_end()
    {
        using var document = JsonDocument.Parse(WithProperty(
            """{"$ref":"#/$defs/a"}""", """{"a":{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"},{"type":"boolean"}]}}"""));

        Assert.Null(StrictSchema.Check(document.RootElement, "Answer"));
        for (var seed = 0; seed < 100; seed++)
        {
            using var value = JsonDocument.Parse(SchemaAnswer.Write(document.RootElement, new Random(seed), MaxBytes));
            Assert.True(value.RootElement.GetProperty("x").ValueKind is JsonValueKind.True or JsonValueKind.False);
        }
    }

    [Fact]
    public void Thousands_of_references_in_a_chain_are_followed()
    {
        var definitions = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"D{i}\":{{\"$ref\":\"#/$defs/D{i + 1}\"}}"))
            + ",\"D5000\":{\"type\":\"boolean\"}";
        using var document = JsonDocument.Parse(WithProperty("""{"$ref":"#/$defs/D0"}""", $"{{{definitions}}}"));

        Assert.Null(StrictSchema.Check(document.RootElement, "Answer"));
        using var value = JsonDocument.Parse(SchemaAnswer.Write(document.RootElement, new Random(1), MaxBytes));
        Assert.True(value.RootElement.GetProperty("x").ValueKind is JsonValueKind.True or JsonValueKind.False);
    }

    [Fact]
    public void Thousands_of_objects_in_a_chain_are_too_deep()
    {
        var definitions = string.Join(',', Enumerable.Range(0, 4_000).Select(i => $"\"D{i}\":{WithProperty($"{{\"$ref\":\"#/$defs/D{i + 1}\"}}")}"))
            + ",\"D4000\":{\"type\":\"boolean\"}";
        using var document = JsonDocument.Parse(WithProperty("""{"$ref":"#/$defs/D0"}""", $"{{{definitions}}}"));

        Assert.EndsWith("4000 levels of nesting exceeds limit of 10.", StrictSchema.Check(document.RootElement, "Answer")?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":2147483647}""")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"$ref":"#"},"minItems":2},"minItems":20000000000}""")]
    [InlineData("""{"type":"string","minLength":2147483647}""")]
    [InlineData("""{"type":"string","pattern":"^((a{1000}){1000}){1000}$"}""")]
    public void An_answer_without_end_is_cut_where_there_is_no_room_any_more(string property)
    {
        var schema = $$$"""{"type":"object","properties":{"a":{{{property}}},"b":{"$ref":"#"}},"required":["a","b"],"additionalProperties":false}""";
        using var document = JsonDocument.Parse(schema);

        Assert.Null(StrictSchema.Check(document.RootElement, "Answer"));
        Assert.InRange(SchemaAnswer.Write(document.RootElement, new Random(1), MaxBytes).Length, MaxBytes, MaxBytes + 100);
    }

    [Fact]
    public void Definitions_that_multiply_are_cut_too()
    {
        var names = Enumerable.Range(0, 10).Select(i => $"p{i}").ToArray();
        string Object(int level) => JsonSerializer.Serialize(new
        {
            type = "object",
            properties = names.ToDictionary(name => name, _ => level < 9 ? (object)new Dictionary<string, string> { ["$ref"] = $"#/$defs/D{level + 1}" } : new { type = "null" }),
            required = names,
            additionalProperties = false,
        });
        using var document = JsonDocument.Parse(WithProperty(
            """{"$ref":"#/$defs/D1"}""", $"{{{string.Join(',', Enumerable.Range(1, 9).Select(i => $"\"D{i}\":{Object(i)}"))}}}"));

        Assert.Null(StrictSchema.Check(document.RootElement, "Answer"));
        Assert.InRange(SchemaAnswer.Write(document.RootElement, new Random(1), MaxBytes).Length, MaxBytes, MaxBytes + 100);
    }

    [Fact]
    public void A_circle_counts_the_same_wherever_it_is_entered()
    {
        const string A = """{"type":"object","properties":{"b":{"anyOf":[{"$ref":"#/$defs/B"},{"type":"null"}]}},"required":["b"],"additionalProperties":false}""";
        var b = """{"type":"object","properties":{"a":{"$ref":"#/$defs/A"},"c":DEEP},"required":["a","c"],"additionalProperties":false}"""
            .Replace("DEEP", Deep(11), StringComparison.Ordinal);
        string Checked(string first)
        {
            using var document = JsonDocument.Parse(WithProperty($"{{\"$ref\":\"#/$defs/{first}\"}}", $"{{\"A\":{A},\"B\":{b}}}"));
            return StrictSchema.Check(document.RootElement, "Answer")?.Message ?? "";
        }

        Assert.EndsWith("12 levels of nesting exceeds limit of 10.", Checked("A"), StringComparison.Ordinal);
        Assert.Equal(Checked("A"), Checked("B"));
    }

    private static string Deep(int levels) => levels == 0 ? """{"type":"null"}""" : WithProperty(Deep(levels - 1));

    private static string WithProperty(string property, string? definitions = null) =>
        $$"""{"type":"object","properties":{"x":{{property}}},"required":["x"],"additionalProperties":false{{(definitions is null ? "" : $",\"$defs\":{definitions}")}}}""";
}
