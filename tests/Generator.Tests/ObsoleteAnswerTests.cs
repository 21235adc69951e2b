using System.Text.Json;

namespace TypedLlm.Generator.Tests;

/// <summary>Answers and values with members that are obsolete, which generated code must not use if that is an error.</summary>
public sealed class ObsoleteAnswerTests
{
    private const string Source = """
        public enum Mood { Calm, [Obsolete("Gone.", true)] Cross, [Obsolete] Sad, [Obsolete("Late.")] Angry }

        public enum Level { [Obsolete("Gone.", true)] Basic = 1, Low = 1, High = 2 }

        public class Basis
        {
            [Obsolete("Gone.", true)] public virtual string? Kind { get; set; }
        }

        public sealed class Report(string title) : Basis
        {
            public string Title { get; } = title;
            public Mood Mood { get; set; }
            [Obsolete("Gone.", true)] public string? Old { get; set; }
            [Obsolete] public string? Late { get; set; }
            public int Count { get; [Obsolete("Gone.", true)] set; }
            public int Hidden { [Obsolete("Gone.", true)] get; set; }
            [System.ComponentModel.DataAnnotations.AllowedValues(Level.Low)] public Level Level { get; set; } = Level.Low;
        }

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("Sum up {report}")] Task<Report> SumUpAsync(Report report);
        }

        public static class Program
        {
            public static async Task<string> SumUp(LlmRuntime runtime)
            {
                var report = await new DeskEndpoint(runtime).SumUpAsync(new Report("a"));
                return $"{report.Title} {(int)report.Mood} {(int)report.Level}";
            }
        }
        """;

    [Fact]
    public async Task What_may_not_be_used_is_left_out()
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas("""{"Title":"t","Mood":"Angry","Late":null,"Hidden":1,"Level":"Low"}"""));

        Assert.Equal("t 3 1", await program.CallAsync("SumUp"));
        Assert.Equal("""Sum up {"Title":"a","Mood":"Calm","Late":null,"Count":0,"Level":"Low"}""", program.LastMessage());
        var schema = program.LastBody().GetProperty("text").GetProperty("format").GetProperty("schema").GetProperty("properties");
        Assert.Equal(["Title", "Mood", "Late", "Hidden", "Level"], schema.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""["Calm","Sad","Angry"]""", JsonSerializer.Serialize(schema.GetProperty("Mood").GetProperty("enum")));
        Assert.Equal("""["Low"]""", JsonSerializer.Serialize(schema.GetProperty("Level").GetProperty("enum")));
    }
}
