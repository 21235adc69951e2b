using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>The deadline of a call over all its attempts.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    public static TheoryData<CallForm> Forms =>
        [CallForm.Whole, CallForm.Unary, CallForm.Text, CallForm.Events, CallForm.RestartingEvents];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_silent_model_uses_up_the_deadline_and_nobody_else_is_asked(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Silence());

        var call = scene.Start(form, options: new LlmCallOptions { Timeout = Deadline });
        await scene.ElapseAsync(requests: 1, Deadline);
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(LlmFailureKind.DeadlineExceeded, report.Failure?.Kind);
        Assert.Equal([LlmFailureKind.DeadlineExceeded], report.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    [InlineData(CallForm.RestartingEvents)]
    public async Task A_stream_that_is_still_running_ends_with_what_was_handed_out(CallForm form)
    {
        const int Parts = 4;
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.StallAfterDeltas(Parts));

        var call = scene.Start(form, options: new LlmCallOptions { Timeout = Deadline });
        await scene.Reads.WaitForMoreEventsAsync(reply: 1, WireEvents.BeforeText + Parts - 1, CancellationToken.None);
        await scene.ElapseAsync(requests: 1, Deadline);
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(LlmFailureKind.DeadlineExceeded, report.Failure?.Kind);
        Assert.Equal(report.Text, report.Failure?.GetPartialText() ?? "");
        Assert.Equal(form == CallForm.Whole ? 0 : Parts, report.Parts);
        Assert.Equal([Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Fact]
    public async Task A_unary_call_has_no_other_timer_than_its_deadline()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Text(Model.PrimaryAnswer) with { Pace = new() { InitialDelay = TimeSpan.FromMinutes(9) } });

        var call = scene.Start(CallForm.Unary);
        await scene.ElapseAsync(requests: 1, TimeSpan.FromMinutes(9));
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }
}
