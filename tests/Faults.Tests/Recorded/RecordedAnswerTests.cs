using System.Text.Json;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Recorded;

/// <summary>Structured answers and refusals that the real service gave, through endpoints with types.</summary>
public sealed class RecordedAnswerTests
{
    private const string ListOfAnimals = "011-resp-structured-outputs-dotnet.json";
    private const string Refused = "022-chat-structured-refusal.json";
    private const string Solved = "023-chat-structured-outputs.json";
    private const string RefusedAsText = "024-chat-stream-refusal-dotnet.sse";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance", "recorded");

    [Fact]
    public async Task A_whole_response_is_read()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(new() { Http = new HttpReply(200) { Body = await File.ReadAllTextAsync(Path.Combine(Folder, ListOfAnimals)) } });

        var result = await scene.Get<IRecordedDesk>().ListAnimalsAsync(CancellationToken.None).WaitAsync(Guards.Hang);

        Assert.Equal(["Lion", "Elephant", "Giraffe", "Kangaroo", "Penguin"], result.Value.Names);
        Assert.Equal(new LlmUsage(48, 23), result.Usage);
        Assert.Equal("gpt-4o-mini-2024-07-18", result.Model);
        using var body = JsonDocument.Parse(scene.Log.Requests[0].Body);
        using var recorded = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, ListOfAnimals)));
        Assert.True(JsonElement.DeepEquals(Schema(recorded), Schema(body)));
    }

    [Fact]
    public async Task A_structured_answer_is_the_same_value_whole_and_streamed()
    {
        await using var scene = await FaultScene.StartAsync();
        var expected = Expected(Solved);
        scene.Script(Model.Primary).Always(Answers.Text(expected.GetProperty("text").GetString()!));
        var desk = scene.Get<IRecordedDesk>();

        var whole = await desk.SolveAsync(CancellationToken.None).WaitAsync(Guards.Hang);
        var unary = await desk.SolveUnaryAsync(CancellationToken.None).WaitAsync(Guards.Hang);
        var completed = await WatchAsync(desk).WaitAsync(Guards.Hang);

        foreach (var riddle in (Riddle[])[whole, unary, completed])
        {
            Assert.Equal("A pound of feathers and sixteen ounces of steel weigh the same.", riddle.Answer);
            Assert.Equal(5, riddle.Steps.Count);
            Assert.Equal("Conclude that neither is heavier; they weigh the same.", riddle.Steps[4]);
        }
    }

    [Fact]
    public async Task A_refusal_of_a_structured_answer_is_a_refusal()
    {
        await using var scene = await FaultScene.StartAsync();
        var words = Expected(Refused).GetProperty("refusal").GetString()!;
        scene.Script(Model.Primary).Always(Answers.Refusal(words));
        var desk = scene.Get<IRecordedDesk>();

        foreach (var call in (Func<Task>[])[() => desk.SolveAsync(CancellationToken.None), () => desk.SolveUnaryAsync(CancellationToken.None), () => WatchAsync(desk)])
        {
            var exception = await Assert.ThrowsAsync<LlmException>(() => call().WaitAsync(Guards.Hang));
            Assert.Equal(LlmFailureKind.Refusal, exception.Kind);
            Assert.Equal(words, exception.GetProviderMessage());
        }
    }

    [Fact]
    public async Task A_refusal_that_comes_as_text_is_no_answer_of_the_type()
    {
        await using var scene = await FaultScene.StartAsync();
        var words = Expected(RefusedAsText).GetProperty("text").GetString()!;
        scene.Script(Model.Primary).Always(Answers.Text(words));

        var exception = await Assert.ThrowsAsync<LlmException>(() => scene.Get<IRecordedDesk>().SolveAsync(CancellationToken.None).WaitAsync(Guards.Hang));

        Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
        Assert.Equal(words, exception.GetPartialText());
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
    }

    private static async Task<Riddle> WatchAsync(IRecordedDesk desk)
    {
        Riddle? last = null;
        await foreach (var item in desk.WatchAsync(CancellationToken.None))
        {
            last = item is LlmEvent<Riddle>.Completed completed ? completed.Result.Value : last;
        }

        return last!;
    }

    private static JsonElement Schema(JsonDocument document) => document.RootElement.GetProperty("text").GetProperty("format").GetProperty("schema");

    private static JsonElement Expected(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "index.json"))).RootElement.EnumerateArray()
            .Single(entry => entry.GetProperty("file").GetString() == file).GetProperty("expected");
}
