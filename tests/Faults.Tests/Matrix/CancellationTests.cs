using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>A caller who cancels or leaves: the service sees it, nobody else is asked.</summary>
public sealed class CancellationTests
{
    private const int Deltas = 6;

    private static readonly CallForm[] Forms = [CallForm.Whole, CallForm.Text, CallForm.Events, CallForm.RestartingEvents];

    public static TheoryData<int, CallForm> EveryEvent => TheoryCases.Of(Enumerable.Range(0, WireEvents.InAll(Deltas)), Forms);

    public static TheoryData<int, CallForm> EveryItem => TheoryCases.Of(Enumerable.Range(1, Deltas), CallForm.Text, CallForm.Events, CallForm.RestartingEvents);

    public static TheoryData<CallForm> AllForms => [.. Forms, CallForm.Unary];

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public async Task Cancelling_after_any_event_closes_the_connection_and_asks_nobody_else(int events, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.StallAfterEvents(events) with { Answer = new() { Tokens = Deltas } });
        using var cancellation = new CancellationTokenSource();

        var call = new Caller(scene.Scorecard, form).CallAsync(cancellationToken: cancellation.Token);
        await scene.Reads.WaitForMoreEventsAsync(reply: 1, events - 1, CancellationToken.None);
        await cancellation.CancelAsync();
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(cancellation.Token, Assert.IsAssignableFrom<OperationCanceledException>(report.Exception).CancellationToken);
        Assert.Null(report.Result);
        await AssertClosedByClientAsync(scene);
    }

    [Theory]
    [MemberData(nameof(EveryItem))]
    public async Task Leaving_a_stream_at_any_item_closes_the_connection(int parts, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.StallAfterDeltas(parts) with { Answer = new() { Tokens = Deltas } });
        var caller = new Caller(scene.Scorecard, form) { LeavesAfterParts = parts };

        var report = await caller.CallAsync().WaitAsync(Guards.Hang);

        Assert.Null(report.Exception);
        Assert.Null(report.Result);
        Assert.Equal(parts, report.Parts);
        await AssertClosedByClientAsync(scene);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Cancelling_before_any_answer_closes_the_connection(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Silence());
        using var cancellation = new CancellationTokenSource();

        var call = new Caller(scene.Scorecard, form).CallAsync(cancellationToken: cancellation.Token);
        await scene.Log.WaitForRequestAsync(1);
        await cancellation.CancelAsync();
        var report = await call.WaitAsync(Guards.Hang);

        Assert.IsAssignableFrom<OperationCanceledException>(report.Exception);
        await AssertClosedByClientAsync(scene);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Cancelling_during_a_pause_ends_the_call_at_once(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RateLimited(TimeSpan.FromSeconds(40)));
        using var cancellation = new CancellationTokenSource();

        var call = new Caller(scene.Scorecard, form).CallAsync(cancellationToken: cancellation.Token);
        await scene.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(40));
        await cancellation.CancelAsync();
        var report = await call.WaitAsync(Guards.Hang);

        Assert.IsAssignableFrom<OperationCanceledException>(report.Exception);
        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Equal(TimeSpan.Zero, scene.Clock.Elapsed);
    }

    [Fact]
    public async Task The_token_of_the_enumeration_cancels_as_well_as_that_of_the_method()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.StallAfterDeltas(2));
        using var cancellation = new CancellationTokenSource();
        var parts = scene.Scorecard.StreamAsync(Caller.Question, null, CancellationToken.None).WithCancellation(cancellation.Token);

        var call = Task.Run(async () =>
        {
            await foreach (var _ in parts)
            {
            }
        });
        await scene.Reads.WaitForMoreEventsAsync(reply: 1, WireEvents.BeforeText + 1, CancellationToken.None);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Guards.Hang));
        await AssertClosedByClientAsync(scene);
    }

    private static async Task AssertClosedByClientAsync(FaultScene scene)
    {
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }
}
