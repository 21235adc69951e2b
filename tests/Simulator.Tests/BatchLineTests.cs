using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

/// <summary>What single lines, and the moments at which they are asked for, must not do to everything else.</summary>
public sealed class BatchLineTests : BatchTest
{
    [Fact]
    public async Task A_line_on_which_the_simulator_fails_is_a_line_with_an_error()
    {
        Script("bad", LazyDeltas.Failing());
        var batch = await CreatedAsync(Responses, Line("good"), Line("bad"));

        var completed = await PollAsync(batch);

        AssertCounts(completed, 2, 1, 1);
        var response = Assert.Single(await LinesAsync(completed, "error_file_id")).GetProperty("response");
        Assert.Equal(500, response.GetProperty("status_code").GetInt32());
        var error = response.GetProperty("body").GetProperty("error");
        Assert.Equal(("server_error", "simulator_failed"), (error.GetProperty("type").GetString(), error.GetProperty("code").GetString()));
        Assert.DoesNotContain("secret", error.GetRawText(), StringComparison.Ordinal);
        Assert.True((await AskAsync(Request(Plain))).GetProperty("output").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_slow_line_holds_up_nobody_else()
    {
        var (begun, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ManualResetEventSlim());
        using var gate = goOn;
        Script("slow", new ScriptedReply
        {
            Answer = new()
            {
                Deltas = new LazyDeltas(() =>
                {
                    begun.TrySetResult();
                    Assert.True(goOn.Wait(TimeSpan.FromSeconds(60)));
                    return ["done"];
                }),
            },
        });
        var batch = await CreatedAsync(Responses, Line("slow"));
        var polling = Task.Run(() => PollAsync(batch));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("completed", (await AskAsync(Request(Plain))).GetProperty("status").GetString());
        Assert.False(polling.IsCompleted);
        goOn.Set();

        AssertCounts(await polling, 1, 1, 0);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_at_once_has_its_files_at_once()
    {
        Options.BatchRunTime = TimeSpan.FromSeconds(10);
        Options.BatchCancellingTime = TimeSpan.Zero;
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"));
        Clock.Advance(TimeSpan.FromSeconds(5));

        var cancelled = await CancelledAsync(batch);

        Assert.Equal("cancelled", Status(cancelled));
        AssertCounts(cancelled, 2, 1, 0);
        Assert.Single(await LinesAsync(cancelled, "output_file_id"));
    }

    [Fact]
    public async Task A_batch_that_ends_while_it_is_asked_for_is_never_completed_without_its_files()
    {
        Options.BatchRunTime = TimeSpan.FromSeconds(30);
        var batch = await CreatedAsync(Responses, Line("a"));
        Options.Clock = new SteppingClock(Clock, TimeSpan.FromSeconds(1));

        JsonElement polled;
        do
        {
            polled = await PollAsync(batch);
        }
        while (Status(polled) == "in_progress");

        Assert.Equal("completed", Status(polled));
        Assert.Single(await LinesAsync(polled, "output_file_id"));
    }

    [Fact]
    public async Task A_batch_says_the_same_after_its_lines_are_forgotten()
    {
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"));

        var first = await PollAsync(batch);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True(first.GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
        Assert.Equal(first.GetRawText(), (await PollAsync(batch)).GetRawText());
    }

    [Fact]
    public async Task A_batch_that_is_validated_for_longer_than_its_window_expires_after_that()
    {
        Simulator.Scripts.ForCall(Call).Always(new ScriptedReply { Batch = new() { ValidatesFor = TimeSpan.FromHours(30) } });
        var batch = await CreatedAsync(Responses, Line("a"));

        Clock.Advance(TimeSpan.FromHours(29));
        Assert.Equal("validating", Status(await PollAsync(batch)));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("in_progress", Status(await PollAsync(batch)));
        Clock.Advance(TimeSpan.FromSeconds(610));
        var expired = await PollAsync(batch);

        Assert.Equal("expired", Status(expired));
        Assert.Equal(610, expired.GetProperty("expired_at").GetInt64() - expired.GetProperty("in_progress_at").GetInt64());
        AssertCounts(expired, 1, 0, 0);
    }

    [Fact]
    public async Task A_model_that_the_catalog_keeps_out_of_chat_batches_is_refused_unless_its_lines_are()
    {
        Options.ModelsWithoutChatBatch.Clear();

        var refused = await PollAsync(await CreatedAsync(Chat, Line("a", "gpt-5-mini", Chat)));
        var taken = await PollAsync(await CreatedAsync(Responses, Line("a", "gpt-5-mini")));

        Assert.Equal("failed", Status(refused));
        Assert.Equal("model_not_found", refused.GetProperty("errors").GetProperty("data")[0].GetProperty("code").GetString());
        Assert.Equal("completed", Status(taken));
    }

    private void Script(string line, ScriptedReply reply) => Simulator.Scripts.ForCall(Call).Always(
        new ScriptedReply { Batch = new() { Lines = new Dictionary<string, ScriptedReply> { [line] = reply } } });
}
