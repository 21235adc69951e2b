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
