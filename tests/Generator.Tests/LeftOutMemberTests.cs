namespace TypedLlm.Generator.Tests;

/// <summary>Members that are no part of an answer although the constructor takes them.</summary>
public sealed class LeftOutMemberTests
{
    private const string Source = """
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public record Invoice(string Number, [property: JsonIgnore] object? Meta = null, int Count = 3, [property: JsonIgnore] DayOfWeek Day = DayOfWeek.Friday);

        public sealed class Order
        {
            public Order(string number) => (Number, Note) = (number, "other");

            [JsonConstructor]
            public Order(string number, string? note = "kept") => (Number, Note) = (number, note);

            public string Number { get; }

            [JsonIgnore]
            public string? Note { get; }
        }

        public readonly record struct Line(string Text, [property: JsonIgnore] int Rank = 7);

        public record Body(string Text)
        {
            [JsonIgnore]
            public object? Meta { get; init; }
        }

        public record All(Invoice Invoice, Order Order, Line Line, Body Body);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("{text}")] Task<All> AskAsync(string text);
        }

        public static class Program
        {
            public static async Task<string> Ask(LlmRuntime runtime)
            {
                var all = await new DeskEndpoint(runtime).AskAsync("t");
                return $"{all.Invoice} {all.Order.Number} {all.Order.Note} {all.Line} {all.Body}";
            }
        }
        """;

    [Fact]
    public async Task They_keep_their_defaults_and_stand_in_no_schema()
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas(
            """{"Invoice":{"Number":"1","Meta":{"a":1},"Count":4,"Day":1},"Order":{"Number":"2","Note":"model"},"Line":{"Text":"a"},"Body":{"Text":"b"}}"""));

        Assert.Equal(
            "Invoice { Number = 1, Meta = , Count = 4, Day = Friday } 2 kept Line { Text = a, Rank = 7 } Body { Text = b, Meta =  }",
            await program.CallAsync("Ask"));
        var schema = program.LastBody().GetProperty("text").GetProperty("format").GetProperty("schema").GetProperty("properties");
        Assert.Equal(["Number", "Count"], schema.GetProperty("Invoice").GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["Number"], schema.GetProperty("Order").GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["Text"], schema.GetProperty("Line").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }
}
