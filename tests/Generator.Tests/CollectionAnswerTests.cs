namespace TypedLlm.Generator.Tests;

/// <summary>Collections whose form or order is easily mistaken.</summary>
public sealed class CollectionAnswerTests
{
    private const string Source = """
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Text.Json;

        public sealed record Stacks(Stack<int> Open, ImmutableStack<int> Fixed, IImmutableStack<string> Texts);

        public sealed record Pairs(ConcurrentDictionary<string, int> One, IEnumerable<KeyValuePair<string, int>> Two, ConcurrentQueue<KeyValuePair<string, int>> Three);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("{text}")] Task<Stacks> StackAsync(string text);
            [Prompt("{pairs} {one} {two}")] Task<string> PairAsync(Pairs pairs, ConcurrentDictionary<string, int> one, IEnumerable<KeyValuePair<string, int>> two);
        }

        public static class Program
        {
            public static async Task<string> Stack(LlmRuntime runtime) => JsonSerializer.Serialize(await new DeskEndpoint(runtime).StackAsync("t"));

            public static Task<string> Expected(LlmRuntime runtime, string json) => Task.FromResult(JsonSerializer.Serialize(JsonSerializer.Deserialize<Stacks>(json)));

            public static Task<string> Pair(LlmRuntime runtime)
            {
                var one = new ConcurrentDictionary<string, int> { ["a"] = 1 };
                return new DeskEndpoint(runtime).PairAsync(new Pairs(one, one, new(one)), one, one);
            }
        }
        """;

    [Fact]
    public async Task Stacks_are_filled_in_the_order_of_the_answer_as_by_System_Text_Json()
    {
        const string Answer = """{"Open":[1,2,3],"Fixed":[4,5],"Texts":["a","b"]}""";
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas(Answer));

        var read = await program.CallAsync("Stack");

        Assert.Equal("""{"Open":[3,2,1],"Fixed":[5,4],"Texts":["b","a"]}""", read);
        Assert.Equal(await program.CallAsync("Expected", Answer), read);
    }

    [Fact]
    public async Task A_dictionary_is_written_as_an_object_and_a_list_of_pairs_as_a_list()
    {
        const string Object = """{"a":1}""";
        const string List = """[{"Key":"a","Value":1}]""";
        await using var program = await GeneratedProgram.StartAsync(Source);
        await program.CallAsync("Pair");

        Assert.Equal($$"""{"One":{{Object}},"Two":{{List}},"Three":{{List}}} {{Object}} {{List}}""", program.LastMessage());
    }
}
