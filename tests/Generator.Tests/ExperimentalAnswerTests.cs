namespace TypedLlm.Generator.Tests;

/// <summary>What warns by an id that its author chose: the user can switch that off in his files, and in no generated one.</summary>
public sealed class ExperimentalAnswerTests
{
    private const string Source = """
        #pragma warning disable ENDPOINT1, PARAMETER1, TYPE1, MEMBER1, ENUM1, VALUE1, SETTER1, BASE1, CHECK1, CASE1, ROOT1, ARGUMENT1, CONSTRUCTOR1, LIST1, LIST2, ADD1, ADD2, VALUE2
        using System.ComponentModel.DataAnnotations;
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json.Serialization;

        [Experimental("ENUM1")] public enum Mood { Calm, [Experimental("VALUE1")] Sad }

        public enum Place { Here, [Experimental("VALUE2")] There }

        public class Basis
        {
            [Obsolete("Late.", DiagnosticId = "BASE1")] public virtual string? Kind { get; set; }
        }

        [Experimental("TYPE1")]
        public sealed partial class Report : Basis
        {
            [Experimental("CONSTRUCTOR1")] public Report(string title) => Title = title;
            public string Title { get; }
            [Experimental("MEMBER1")] public Mood Mood { get; set; }
            public int Count { get; [Obsolete("Late.", DiagnosticId = "SETTER1")] set; }
            [Obsolete("Late.", DiagnosticId = "BASE1")] public override string? Kind { get; set; }
            public Tags Tags { get; set; } = [];
            public Ages Ages { get; set; } = [];
            [AllowedValues(Place.Here, Place.There)] public Place Place { get; set; }
            public Box<Shape> Box { get; set; } = new(new Circle(1));
            [Experimental("CHECK1"), Validate] public static void Check(Report value, LlmValidation validation) { }
        }

        [Experimental("LIST1")] public class Tags : List<string>
        {
            [Experimental("LIST2")] public Tags() { }
            [Experimental("ADD1")] public new void Add(string item) => base.Add(item);
        }

        public class Numbers : List<int>
        {
            [Experimental("ADD2")] public new virtual void Add(int item) => base.Add(item);
        }

        public sealed class Ages : Numbers
        {
            public override void Add(int item) => base.Add(item);
        }

        public record Box<T>(T Value);

        [JsonDerivedType(typeof(Circle), "circle")] public abstract partial record Shape;

        [Experimental("CASE1")] public sealed partial record Circle(double Radius) : Shape;

        [Experimental("PARAMETER1")] public sealed record Order(string Text, [property: Experimental("ARGUMENT1")] int Count);

        [Experimental("ROOT1")] public sealed record Item(string Text);

        [Experimental("ENDPOINT1")]
        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("Sum up {order} {order.Count}")] Task<Report> SumUpAsync(Order order);
            [Prompt("Sum up {order}")] IAsyncEnumerable<LlmEvent<Report>> WatchAsync(Order order);
            [Prompt("List {text}")] Task<List<Item>> ListAsync(string text);
            [Prompt("List {text}")] IAsyncEnumerable<Item> StreamAsync(string text);
        }

        public static class Program
        {
            public static async Task<string> SumUp(LlmRuntime runtime)
            {
                var report = await new DeskEndpoint(runtime).SumUpAsync(new Order("a", 1));
                return $"{report.Title} {report.Mood} {report.Tags[0]} {report.Ages[0]} {report.Place}";
            }
        }
        """;

    [Fact]
    public async Task Nothing_warns_in_generated_code()
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas(
            """{"Kind":null,"Title":"t","Mood":"Sad","Count":1,"Tags":["a"],"Ages":[7],"Place":"There","Box":{"Value":{"circle":{"Radius":1}}}}"""));

        Assert.Equal("t Sad a 7 There", await program.CallAsync("SumUp"));
        Assert.Equal("""Sum up {"Text":"a","Count":1} 1""", program.LastMessage());
    }
}
