using System.Text.Json;

namespace TypedLlm.Generator.Tests;

/// <summary>Types that say nothing about null.</summary>
public sealed class UnannotatedAnswerTests
{
    private const string Source = """
        #nullable disable
        using System.ComponentModel.DataAnnotations;

        public class Order(string code)
        {
            public string Code { get; } = code;
            public string Name { get; set; }
            [Required] public string Number { get; set; }
            public List<string> Tags { get; set; }
            public Line Line { get; set; }
            public Box<string> Box { get; set; }
            public int Count { get; set; }
        }

        public class Line { public string Text { get; set; } }

        public class Box<T> { public T Value { get; set; } }

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("{text}")] Task<Order> AskAsync(string text);
            [Prompt("{text}")] Task<List<Line>> ListAsync(string text);
        }

        public static class Program
        {
            public static async Task<string> Ask(LlmRuntime runtime)
            {
                var order = await new DeskEndpoint(runtime).AskAsync("t");
                return $"{order.Code is null} {order.Name is null} {order.Number} {order.Tags is null} {order.Line is null} {order.Box?.Value is null}";
            }

            public static async Task<string> List(LlmRuntime runtime) => $"{(await new DeskEndpoint(runtime).ListAsync("t")).Count}";
        }
        """;

    [Fact]
    public async Task Members_may_be_null()
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas("""{"Code":null,"Name":null,"Number":"1","Tags":null,"Line":null,"Box":{"Value":"v"},"Count":0}"""));

        Assert.Equal("True True 1 True True False", await program.CallAsync("Ask"));
        var schema = Schema(program);
        Assert.Equal("""["string","null"]""", Type(schema, "Name"));
        Assert.Equal("\"string\"", Type(schema, "Number"));
        Assert.Equal("""["array","null"]""", Type(schema, "Tags"));
        Assert.Equal("\"string\"", JsonSerializer.Serialize(schema.GetProperty("properties").GetProperty("Tags").GetProperty("items").GetProperty("type")));
    }

    [Fact]
    public async Task Answers_and_what_lists_hold_may_not()
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas("""{"items":[{"Text":null}]}"""));

        Assert.Equal("1", await program.CallAsync("List"));
        Assert.Equal("\"object\"", JsonSerializer.Serialize(Schema(program).GetProperty("properties").GetProperty("items").GetProperty("items").GetProperty("type")));
    }

    private static JsonElement Schema(GeneratedProgram program) => program.LastBody().GetProperty("text").GetProperty("format").GetProperty("schema");

    private static string Type(JsonElement schema, string property) => JsonSerializer.Serialize(schema.GetProperty("properties").GetProperty(property).GetProperty("type"));
}
