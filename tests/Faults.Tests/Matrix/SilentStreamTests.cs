using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Streams that are alive and say nothing, and callers that take their time.</summary>
public sealed class SilentStreamTests
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(4);

    public static TheoryData<PingKind, CallForm> Pings => TheoryCases.Of(Enum.GetValues<PingKind>(), CallForm.Result, CallForm.Text, CallForm.RestartingEvents);

    [Theory]
    [MemberData(nameof(Pings))]
    public async Task Signs_of_life_are_not_content(PingKind ping, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.OnlyPings(ping, PingInterval));

        var call = scene.Start(form);
        var (left, events) = (Timers.FirstContent, WireEvents.Lifecycle);
        for (; left > PingInterval; left -= PingInterval, events++)
        {
            await scene.Reads.WaitForStallAsync(reply: 1, events, left);
            await scene.Clock.AdvanceToTimerAsync(PingInterval);
        }

        await scene.ElapseAfterEventsAsync(reply: 1, events, left);
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal([0, Timers.FirstContent.TotalSeconds], scene.Log.Seconds());
        Assert.Equal(LlmFailureKind.FirstContentTimeout, report.Attempts[0].Failure);
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    public async Task A_stall_closes_the_connection_and_leaves_the_next_call_alone(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.StallAfterDeltas(5));

        var call = scene.Start(form);
        await scene.ElapseAfterEventsAsync(reply: 1, WireEvents.BeforeText + 5, Timers.Idle);
        var stalled = await call.WaitAsync(Guards.Hang);
        var next = await scene.CallAsync(form);

        Assert.Equal(LlmFailureKind.StreamStalled, stalled.Failure?.Kind);
        Assert.Equal(5, stalled.Parts);
        Assert.Equal(stalled.Text, stalled.Failure?.GetPartialText());
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
        Assert.Equal(Model.PrimaryAnswer, next.Text);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
    }

    [Theory]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    [InlineData(CallForm.RestartingEvents)]
    public async Task A_caller_who_holds_an_item_for_long_is_no_stall(CallForm form)
    {
        const int ItemsBetweenHolds = 6;
        var delay = TimeSpan.FromSeconds(10);
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Text(Model.PrimaryAnswer) with { Pace = new() { EventDelay = delay } });
        var caller = new Caller(scene.Defaults, form)
        {
            OnItem = item =>
            {
                scene.Clock.Advance(item % ItemsBetweenHolds == 0 ? 2 * Timers.DefaultIdle : TimeSpan.Zero);
                return Task.CompletedTask;
            },
        };

        var report = await scene.ElapseEventDelaysAsync(caller.CallAsync(), delay);

        Assert.Null(report.Exception);
        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }
}
