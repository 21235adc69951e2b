using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>Whatever happens on the way, nothing that probes made stays at the provider.</summary>
public sealed class CleanUpTests : ProbeTest
{
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

    [Fact]
    public async Task A_background_run_whose_answer_is_lost_is_not_begun_twice_and_is_told_of()
    {
        Simulator.Scripts.ForCall("POST /v1/responses").Always(Faults.ResetAfterBytes(20));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Background)), "the connection broke");

        Assert.Single(Simulator.State.Responses);
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
}
