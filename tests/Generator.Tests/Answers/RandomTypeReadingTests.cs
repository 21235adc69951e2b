using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TypedLlm.TypedAnswers;
using TypedLlm.Simulator;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Types that nobody thought of: what System.Text.Json writes of them reads back equal, and so does what emitted code writes.</summary>
public sealed class RandomTypeReadingTests
{
    internal const int Types = 300;
    private const int ValuesOfType = 5;

    private static readonly JsonSerializerOptions Json = SystemTextJson.Options;

    internal static readonly Lazy<(Assembly Program, List<AnswerShape> Shapes)> Emitted = new(() =>
    {
        var declarations = GeneratorHarness.Compile("Shop", Enumerable.Range(0, Types).Select(seed => RandomAnswerTypes.Usings + RandomAnswerTypes.Write(seed)));
        var shapes = Enumerable.Range(0, Types).Select(seed => Tests.Shapes.AnswerTypes.Read(declarations, RandomAnswerTypes.Namespace(seed)).Shape!).ToList();
        return (EmittedProgram.Load(declarations, shapes), shapes);
    });

    [Fact]
    public void A_value_of_any_type_reads_back_as_it_was_written()
    {
        var (program, shapes) = Emitted.Value;
        for (var seed = 0; seed < Types; seed++)
        {
            var type = TypeOf(program, seed);
            var values = new RandomValues(shapes[seed], seed);
            for (var i = 0; i < ValuesOfType; i++)
            {
                var value = JsonSerializer.Deserialize(values.Root(), type, Json);
                var written = JsonSerializer.SerializeToUtf8Bytes(value, type, Json);
                Assert.Equal(ReadBack(value, type), JsonSerializer.Serialize(EmittedProgram.Read(program, shapes[seed], written), type, Json));
            }
        }
    }

    [Fact]
    public async Task A_value_of_any_type_in_a_prompt_reads_back_as_it_was()
    {
        var (program, shapes) = Emitted.Value;
        await using var simulator = await SimulatorServer.StartAsync();
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.ToString(), ApiKey = "sk-test" };
        await using var runtime = LlmRuntime.Create(options);
        for (var seed = 0; seed < Types; seed++)
        {
            var type = TypeOf(program, seed);
            var value = JsonSerializer.Deserialize(new RandomValues(shapes[seed], seed).Root(), type, Json);
            await EmittedProgram.SendAsync(program, shapes[seed], runtime, value);

            var body = JsonDocument.Parse(simulator.Log.Requests[^1].Body).RootElement;
            var message = body.GetProperty("input")[0].GetProperty("content").GetString()!;
            Assert.DoesNotContain('<', message);
            Assert.Equal(
                ReadBack(value, type),
                JsonSerializer.Serialize(EmittedProgram.Read(program, shapes[seed], Encoding.UTF8.GetBytes(message)), type, Json));
        }
    }

    /// <summary>What System.Text.Json makes of what it wrote: the same, but for stacks, which it turns around.</summary>
    private static string ReadBack(object? value, Type type) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type, Json), type, Json), type, Json);

    private static Type TypeOf(Assembly program, int seed) =>
        program.GetType($"{RandomAnswerTypes.Namespace(seed)}.IAnswer", throwOnError: true)!.GetMethod("Get")!.ReturnType;
}
