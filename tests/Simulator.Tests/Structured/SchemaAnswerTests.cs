using System.Text.Json;

namespace TypedLlm.Simulator.Tests.Structured;

public sealed class SchemaAnswerTests
{
    [Fact]
    public void An_answer_fits_its_schema_whatever_the_schema()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var schema = new RandomSchema(seed).Write();
            using var document = JsonDocument.Parse(schema);
            Assert.True(StrictSchema.Check(document.RootElement, "Answer") is null, $"Seed {seed}: {StrictSchema.Check(document.RootElement, "Answer")?.Message}\n{schema}");

            var answer = SchemaAnswer.Write(document.RootElement, new Random(seed));

            using var value = JsonDocument.Parse(answer);
            Assert.True(SchemaFit.Problem(document.RootElement, value.RootElement) is null,
                $"Seed {seed}: {SchemaFit.Problem(document.RootElement, value.RootElement)}\n{schema}\n{answer}");
        }
    }

    [Theory]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(red|green|blue)(,(red|green|blue))*$"}""")]
    [InlineData("""{"type":"string","pattern":"^\\+?[1-9]\\d{1,14}$"}""")]
    [InlineData("""{"type":"string","pattern":"^[^@\\s]+@[a-z.]+\\.[a-z]{2,}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(?:[a-f0-9]{2}:){5}[a-f0-9]{2}$"}""")]
    [InlineData("""{"type":"string","minLength":40,"maxLength":41}""")]
    [InlineData("""{"type":"string","maxLength":2}""")]
    [InlineData("""{"type":"integer","minimum":-3,"maximum":-3}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":4,"exclusiveMaximum":6}""")]
    [InlineData("""{"type":"integer","multipleOf":0.5,"minimum":7.5,"maximum":8.4}""")]
    [InlineData("""{"type":"number","minimum":0.001,"maximum":0.0012}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.001}""")]
    [InlineData("""{"type":"number","minimum":0.123456,"maximum":0.123456}""")]
    [InlineData("""{"type":"number","maximum":-1e6,"multipleOf":0.25}""")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":7}""")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"maxItems":0}""")]
    [InlineData("""{"type":["integer","null"],"enum":[1,2,null]}""")]
    public void An_answer_keeps_the_limits_of_a_value(string property)
    {
        using var document = JsonDocument.Parse($$"""{"type":"object","properties":{"x":{{property}}},"required":["x"],"additionalProperties":false}""");
        for (var seed = 0; seed < 50; seed++)
        {
            using var value = JsonDocument.Parse(SchemaAnswer.Write(document.RootElement, new Random(seed)));
            Assert.Null(SchemaFit.Problem(document.RootElement, value.RootElement));
        }
    }

    [Fact]
    public void What_refers_to_itself_comes_to_an_end()
    {
        using var document = JsonDocument.Parse("""
            {"type":"object","properties":{"tree":{"$ref":"#/$defs/Node"}},"required":["tree"],"additionalProperties":false,
             "$defs":{"Node":{"type":"object","properties":{
               "left":{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"null"}]},
               "right":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/Node"}]},
               "all":{"type":"array","items":{"$ref":"#"}}},
              "required":["left","right","all"],"additionalProperties":false}}}
            """);
        var lengths = new HashSet<int>();
        for (var seed = 0; seed < 100; seed++)
        {
            var answer = SchemaAnswer.Write(document.RootElement, new Random(seed));
            using var value = JsonDocument.Parse(answer);
            Assert.Null(SchemaFit.Problem(document.RootElement, value.RootElement));
            lengths.Add(answer.Length);
        }

        Assert.True(lengths.Count > 10, "The answers differ.");
    }

    [Fact]
    public void What_never_ends_is_cut()
    {
        using var document = JsonDocument.Parse(
            """{"type":"object","properties":{"next":{"$ref":"#"}},"required":["next"],"additionalProperties":false}""");

        Assert.EndsWith("null" + new string('}', 41), SchemaAnswer.Write(document.RootElement, new Random(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_come_in_the_order_of_the_schema()
    {
        using var document = JsonDocument.Parse("""
            {"type":"object","properties":{"z":{"type":"null"},"a":{"type":"null"},"m":{"type":"null"}},
             "required":["a","m","z"],"additionalProperties":false}
            """);

        Assert.Equal("""{"z":null,"a":null,"m":null}""", SchemaAnswer.Write(document.RootElement, new Random(1)));
    }
}
