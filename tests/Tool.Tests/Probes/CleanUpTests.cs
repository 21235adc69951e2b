using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>Whatever happens on the way, nothing that probes made stays at the provider.</summary>
public sealed class CleanUpTests : ProbeTest
{
    /// <summary>Real time that only a probe that hangs needs.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(1);

    public CleanUpTests()
    {
        Options.BackgroundQueueTime = TimeSpan.FromSeconds(5);
        Options.BackgroundRunTime = TimeSpan.FromMinutes(20);
    }

    private ProbeRequest[] All =>
    [
        .. Enum.GetValues<ProbeKind>().Select(kind => Probe(kind)),
        .. Enum.GetValues<ProbeKind>().Select(kind => Probe(kind, endpoint: EndpointKind.Chat)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Interrupted_at_any_request_nothing_is_left(bool whenAnswered)
    {
        await RunAsync(All);
        var steps = Simulator.Log.Requests.Count;
        for (var step = 1; step <= steps; step++)
        {
            var before = Simulator.Log.Requests[^1].Number;
            using var interrupt = new CancellationTokenSource();
            using var over = new CancellationTokenSource();
            var probing = RunAsync(All, interrupt.Token);
            Task reached = whenAnswered
                ? Simulator.Log.WaitForClosedAsync(before + step, over.Token)
                : Simulator.Log.WaitForRequestAsync(before + step, over.Token);

            // Requests of several probes race, so a run may take a few less than the first.
            if (await Task.WhenAny(reached, probing) == reached)
            {
                await interrupt.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
            }

            await over.CancelAsync();
            await probing.ContinueWith(static _ => { }, TaskScheduler.Default);
            AssertNothingIsLeft();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_connection_lost_at_any_request_nothing_is_left_but_what_cannot_be_found(bool afterTheAnswer)
    {
        ProbeRequest[] probes = [Probe(ProbeKind.Pdf), Probe(ProbeKind.Background), Probe(ProbeKind.Batch), Probe(ProbeKind.Batch, endpoint: EndpointKind.Chat)];
        await RunAsync(probes);
        var steps = Simulator.Log.Requests.Count;
        for (var step = 1; step <= steps; step++)
        {
            Simulator.Scripts.Clear();
            Simulator.Scripts.ForCall("* /v1/{**all}").On(step, afterTheAnswer ? Faults.ResetAfterBytes(20) : Faults.ResetBeforeHeaders());

            await RunAsync(probes);

            AssertNothingIsLeft();
        }
    }

    public static TheoryData<ScriptedReply> Lost =>
    [
        Faults.ResetAfterBytes(20), Faults.ServerError(), Faults.BadGateway(), Faults.Unavailable(), Faults.GatewayTimeout(), new() { Http = new HttpReply(408) },
    ];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_background_run_whose_answer_is_lost_is_not_begun_twice_and_is_told_of(ScriptedReply lost)
    {
        Simulator.Scripts.ForCall("POST /v1/responses").Always(lost);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Background)), "");

        Assert.Single(Simulator.Log.Requests);
        Assert.Equal(1, CountOf("whose id was lost with its answer"));
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_found_by_its_tag()
    {
        Options.BatchRunTime = TimeSpan.FromHours(1);
        Simulator.Scripts.ForCall("POST /v1/batches").Always(Faults.ResetAfterBytes(20));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), "the connection broke, also after 3 repeats");

        Assert.Equal(4, Simulator.State.Batches.Count);
        Assert.All(Simulator.State.Batches, static batch => Assert.Equal("cancelling", batch.Status));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_batch_that_an_overloaded_service_may_have_made_is_looked_for()
    {
        Simulator.Scripts.ForCall("POST /v1/batches").Always(Faults.Unavailable());

        await RunAsync(Probe(ProbeKind.Batch));

        Assert.Single(Simulator.Log.Requests, static request => request.Method == "GET" && request.Path.StartsWith("/v1/batches", StringComparison.Ordinal));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_the_first_probe_lost_is_not_mixed_up_with_what_the_tenth_made()
    {
        // In turn, so that the first one cleans up when the files of all others are there.
        Settings = Settings with { Wait = TimeSpan.Zero, Concurrency = 1 };
        Options.BatchRunTime = TimeSpan.FromHours(1);
        Simulator.Scripts.ForCall("POST /v1/files").On(1, Faults.ResetAfterBytes(20));

        var results = await RunAsync([.. Enumerable.Range(0, 11).Select(_ => Probe(ProbeKind.Batch))]);

        Assert.All(results, static result => Assert.True(result.IsPending, result.Detail));
        var noted = new PendingFile(Settings.PendingFile).Read();
        Assert.Equal(
            noted.Select(static note => note.File).Order(StringComparer.Ordinal),
            Simulator.State.Files.Where(static file => !file.IsDeleted).Select(static file => file.Id).Order(StringComparer.Ordinal));
        Assert.Equal(11, noted.Count);
    }

    [Fact]
    public async Task Cleaning_up_does_not_wait_out_a_pause_that_probes_were_asked_for()
    {
        var pause = TimeSpan.FromSeconds(50);
        Simulator.Scripts.ForCall("POST /v1/responses").On(2, Faults.RateLimited(pause));
        using var interrupt = new CancellationTokenSource();
        var probing = Runner().RunAsync([Probe(ProbeKind.Pdf)], interrupt.Token);
        await Clock.WaitForTimerAsync(timer => timer.ArmedFor == pause);

        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing.WaitAsync(Guard));
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
        Assert.Equal(1, CountOf("cancelling: what the probes made is removed"));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Cleaning_up_does_not_wait_for_requests_of_others()
    {
        Settings = Settings with { Concurrency = 1 };
        Simulator.Scripts.For(Reasoning).Always(Faults.Silence());
        using var interrupt = new CancellationTokenSource();
        var probing = Runner().RunAsync([Probe(ProbeKind.Background), Probe(ProbeKind.Background, Reasoning)], interrupt.Token);
        await Simulator.Log.WaitForRequestAsync(Reasoning, 1);

        await interrupt.CancelAsync();

        // Cancelled and deleted, while the other still holds the only turn.
        await Simulator.Log.WaitForClosedAsync(4).WaitAsync(Guard);
        Assert.True(Simulator.State.Responses[0].IsDeleted);
        Clock.Advance(Service.ServiceClient.Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task One_answer_that_does_not_come_leaves_time_for_the_others()
    {
        Simulator.Scripts.ForCall("DELETE /v1/files/{id}").On(1, Faults.Silence());
        var probing = RunAsync(Probe(ProbeKind.Batch));
        for (var request = 1; !Simulator.Log.Requests.Any(static request => request.Method == "DELETE"); request++)
        {
            await Simulator.Log.WaitForRequestAsync(request);
        }

        Clock.Advance(CleanUp.Patience);

        AssertWorks(await probing);
        var left = Assert.Single(Simulator.State.Files, static file => !file.IsDeleted);
        Assert.Contains($"could not remove file {left.Id}: no answer within 15 s; remove it by hand", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_one_probe_is_seen_only_when_the_others_are_cleaned_up()
    {
        Simulator.Scripts.ForCall("DELETE /v1/responses/{id}").On(1, Faults.Unavailable());
        await using var broken = new BrokenWriter("was accepted");

        await Assert.ThrowsAsync<IOException>(() => new ClockDriver(Clock).RunAsync(
            Runner(broken).RunAsync([Probe(ProbeKind.Background), Probe(ProbeKind.Batch)], CancellationToken.None)));

        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_cannot_be_removed_is_named()
    {
        Simulator.Scripts.ForCall("DELETE /v1/responses/{id}").Always(Faults.Unavailable());

        AssertWorks(await RunAsync(Probe(ProbeKind.Background)));

        var left = Assert.Single(Simulator.State.Responses);
        Assert.Equal("cancelled", left.Status);
        Assert.Contains($"could not remove response {left.Id}: the service is overloaded (503, server_error), also after 5 repeats; remove it by hand", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_is_tried_again()
    {
        Simulator.Scripts.ForCall("DELETE /v1/files/{id}").On(1, Faults.Unavailable()).On(2, Faults.ResetBeforeHeaders()).On(3, Faults.BadGateway());

        AssertWorks(await RunAsync(Probe(ProbeKind.Pdf)));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_key_that_is_refused_halfway_does_not_end_cleaning_up()
    {
        Simulator.Scripts.ForCall("POST /v1/responses").On(2, Faults.InsufficientQuota());

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Pdf)), "as an uploaded file: the quota or budget");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_run_that_is_not_known_yet_when_it_is_removed_is_asked_for_again()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.MissingAfterCreation(TimeSpan.FromSeconds(5)));
        using var interrupt = new CancellationTokenSource();
        var probing = RunAsync(Probe(ProbeKind.Background), interrupt.Token);
        await Simulator.Log.WaitForRequestAsync(1);
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);

        Clock.Advance(TimeSpan.FromMinutes(1));
        AssertNothingIsLeft();
    }

    /// <summary>A pipe that breaks at a certain line.</summary>
    private sealed class BrokenWriter(string at) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value?.Contains(at, StringComparison.Ordinal) == true)
            {
                throw new IOException("Broken pipe");
            }
        }
    }
}
