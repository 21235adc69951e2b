using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>Batches that outlive a run: noted, left alone, and taken up by a later one.</summary>
public sealed class PendingBatchTests : ProbeTest
{
    private const string Mini = "gpt-5.4-mini";

    public PendingBatchTests() => Options.BatchRunTime = TimeSpan.FromHours(2);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_batch_that_outlives_the_wait_is_left_noted_and_taken_up_later(int minutes)
    {
        Settings = Settings with { Wait = TimeSpan.FromMinutes(minutes) };

        var left = await RunAsync(Probe(ProbeKind.Batch));

        AssertNotLearned(left, "the batch still runs; typedllm verify --resume follows it");
        Assert.True(left.IsPending);
        Assert.True(Assert.Single(Simulator.State.Batches).IsRunning);
        Assert.False(Assert.Single(Simulator.State.Files).IsDeleted);
        var notes = File.ReadAllText(Settings.PendingFile);
        Assert.Contains($"\"batch\": \"{Simulator.State.Batches[0].Id}\"", notes, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, notes, StringComparison.Ordinal);

        // Still running: the same notes, byte for byte.
        Assert.True(Assert.Single(await ResumeAsync(Plain)).IsPending);
        Assert.Equal(notes, File.ReadAllText(Settings.PendingFile));

        Clock.Advance(TimeSpan.FromHours(3));
        AssertWorks(Assert.Single(await ResumeAsync(Plain)));
        Assert.False(File.Exists(Settings.PendingFile));
        AssertNothingIsLeft();
        Assert.Empty(await ResumeAsync(Plain));
    }

    [Fact]
    public async Task What_a_later_run_finds_refused_is_tried_on_the_other_endpoint()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        await RunAsync(Probe(ProbeKind.Batch, Mini, EndpointKind.Chat));
        Clock.Advance(TimeSpan.FromHours(3));

        var refused = Assert.Single(await ResumeAsync(Mini));
        AssertRefused(refused, "a batch on /v1/responses still runs");
        Assert.True(refused.IsPending);
        Assert.Single(Simulator.State.Batches, static batch => batch.IsRunning);

        Clock.Advance(TimeSpan.FromHours(3));
        var learned = Assert.Single(await ResumeAsync(Mini));
        AssertRefused(learned, "/v1/responses works");
        Assert.Equal((EndpointKind.Chat, "/v1/responses"), (learned.Request.Endpoint, learned.Use));
        Assert.False(File.Exists(Settings.PendingFile));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Notes_of_other_keys_stay()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        await RunAsync(Probe(ProbeKind.Batch));
        Key = "sk-other-0123456789";
        await RunAsync(Probe(ProbeKind.Batch));
        Clock.Advance(TimeSpan.FromHours(3));

        AssertWorks(Assert.Single(await ResumeAsync(Plain)));
        Assert.Single(new PendingFile(Settings.PendingFile).Read());
    }

    [Fact]
    public async Task A_service_that_fails_while_it_is_asked_leaves_the_note()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        await RunAsync(Probe(ProbeKind.Batch));
        Simulator.Scripts.ForCall("GET /v1/batches/{id}").Always(Faults.Unavailable());

        var result = Assert.Single(await ResumeAsync(Plain));

        AssertNotLearned(result, "the service is overloaded");
        Assert.True(result.IsPending);
        Assert.Single(new PendingFile(Settings.PendingFile).Read());
        Assert.True(Assert.Single(Simulator.State.Batches).IsRunning);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_looked_at_is_left_when_the_wait_is_over()
    {
        Simulator.Scripts.ForCall("GET /v1/batches/{id}").Always(Faults.ServerError());

        var left = await RunAsync(Probe(ProbeKind.Batch));

        AssertNotLearned(left, "the batch could not be looked at any more (the service failed (500, server_error), also after 3 repeats); typedllm verify --resume follows it");
        Assert.True(left.IsPending);
        Assert.InRange(Clock.Elapsed, Settings.Wait, TimeSpan.MaxValue);
        Assert.True(Assert.Single(Simulator.State.Batches).IsRunning);
        Assert.Single(new PendingFile(Settings.PendingFile).Read());
    }

    [Fact]
    public async Task A_batch_that_is_left_stays_while_an_earlier_one_whose_answer_was_lost_is_cancelled()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        Simulator.Scripts.ForCall("POST /v1/files").On(1, Faults.ResetAfterBytes(20));
        Simulator.Scripts.ForCall("POST /v1/batches").On(1, Faults.ResetAfterBytes(20));

        Assert.True((await RunAsync(Probe(ProbeKind.Batch))).IsPending);

        var noted = Assert.Single(new PendingFile(Settings.PendingFile).Read());
        Assert.Equal(2, Simulator.State.Batches.Count);
        Assert.Equal(noted.Batch, Assert.Single(Simulator.State.Batches, static batch => batch.IsRunning).Id);
        Assert.Equal(noted.File, Assert.Single(Simulator.State.Files, static file => !file.IsDeleted).Id);
    }

    [Fact]
    public async Task What_was_learned_stays_when_a_batch_on_the_other_endpoint_cannot_be_noted()
    {
        Options.BatchRunTime = TimeSpan.FromMinutes(2);
        Simulator.Scripts.ForCall("POST /v1/batches").On(2, Faults.BatchExpires());
        Directory.CreateDirectory(Settings.PendingFile);

        AssertRefused(await RunAsync(Probe(ProbeKind.Batch, Mini, EndpointKind.Chat)), "whether /v1/responses works was not learned: the batch still runs, and is cancelled");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_is_taken_up_and_what_is_begun_share_one_bound_of_cost()
    {
        var batch = Probe(ProbeKind.Batch, Mini, EndpointKind.Chat);
        Settings = Settings with { Wait = TimeSpan.Zero, MaxCost = Runner().Estimate([batch])!.Value };
        await RunAsync(batch);
        Clock.Advance(TimeSpan.FromHours(3));
        var runner = Runner();

        var resumed = await new ClockDriver(Clock).RunAsync(runner.ResumeAsync([Target(Mini)], CancellationToken.None));
        AssertRefused(Assert.Single(resumed), "a batch on /v1/responses still runs");

        var begun = await new ClockDriver(Clock).RunAsync(runner.RunAsync([batch], CancellationToken.None));
        AssertNotLearned(Assert.Single(begun), "left out: it may cost up to");
    }

    [Fact]
    public async Task Notes_of_many_processes_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(async () =>
        {
            var note = new PendingBatch
            {
                Environments = ["default"],
                BaseUrl = "u",
                Key = "k",
                Model = "m",
                Asked = "a",
                Endpoint = "e",
                Batch = $"batch_{index}",
                File = "f",
            };
            await new PendingFile(Settings.PendingFile).ChangeAsync(all => [.. all, note], TimeProvider.System, CancellationToken.None);
        })));

        Assert.Equal(8, new PendingFile(Settings.PendingFile).Read().Select(static note => note.Batch).Distinct().Count());
        Assert.False(File.Exists($"{Settings.PendingFile}.next"));
    }

    [Fact]
    public async Task Notes_that_another_process_holds_are_not_changed()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        await File.WriteAllTextAsync($"{Settings.PendingFile}.next", "");

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), "another process changes the notes, or was ended while it did");
        Assert.True(File.Exists($"{Settings.PendingFile}.next"));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task The_input_of_a_batch_that_cannot_be_cancelled_stays()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        Directory.CreateDirectory(Settings.PendingFile);
        Simulator.Scripts.ForCall("POST /v1/batches/{id}/cancel").Always(Faults.Unavailable());

        await RunAsync(Probe(ProbeKind.Batch));

        var file = Assert.Single(Simulator.State.Files);
        Assert.False(file.IsDeleted);
        Assert.Equal(1, CountOf($"could not remove batch {Simulator.State.Batches[0].Id}"));
        Assert.Contains($"file {file.Id} is not deleted, since a batch that could not be ended may read it", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_noted_is_cancelled()
    {
        Settings = Settings with { Wait = TimeSpan.Zero };
        Directory.CreateDirectory(Settings.PendingFile);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), "is cancelled because it cannot be noted");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Notes_that_cannot_be_read_say_so_before_anything_is_sent()
    {
        await File.WriteAllTextAsync(Settings.PendingFile, "{");

        var exception = await Assert.ThrowsAsync<ToolException>(() => ResumeAsync(Plain));

        Assert.StartsWith($"{Settings.PendingFile}, which notes batches that are still running, cannot be read", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Simulator.Log.Requests);
    }
}
