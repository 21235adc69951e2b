using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>When every model of a chain fails: one probe at a time, reasons for everybody else, and no multiplied load.</summary>
public sealed class ExhaustedChainTests
{
    [Fact]
    public async Task When_all_models_cool_down_one_call_is_a_probe_and_the_others_fail_at_once()
    {
        await using var scene = await FaultScene.StartAsync();
        await OpenAllBreakersAsync(scene);
        var before = scene.Log.Requests.Count;
        scene.Script(Model.Primary).Always(Faults.Silence());

        var probe = scene.Start(CallForm.Result);
        await scene.Log.WaitForRequestAsync(before + 1);
        var others = await Task.WhenAll(scene.CallAsync(CallForm.Whole), scene.CallAsync(CallForm.Text), scene.CallAsync(CallForm.Events));

        Assert.All(others, static report =>
        {
            Assert.Equal(LlmFailureKind.NoEligibleModel, report.Failure?.Kind);
            Assert.Equal([Model.Primary, Model.Fallback], report.Attempts.Select(static attempt => attempt.Model));
            Assert.All(report.Attempts, static attempt => Assert.Equal(AttemptOutcome.Skipped, attempt.Outcome));
            Assert.All(report.Attempts, static attempt => Assert.NotEmpty(attempt.Reason!));
        });
        Assert.Equal(before + 1, scene.Log.Requests.Count);

        await scene.ElapseAsync(before + 1, Timers.DefaultHeaders);
        await scene.ElapseBackoffsAsync(probe);
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(before + 1)).End);
    }

    [Fact]
    public async Task A_probe_that_ends_well_opens_the_way_for_all()
    {
        await using var scene = await FaultScene.StartAsync();
        await OpenAllBreakersAsync(scene);
        scene.Script(Model.Primary).Always(Answers.Text(Model.PrimaryAnswer));

        var probe = await scene.CallAsync(CallForm.Text);
        var next = await Task.WhenAll(scene.CallAsync(CallForm.Result), scene.CallAsync(CallForm.Text));

        Assert.Equal(Model.PrimaryAnswer, probe.Text);
        Assert.All(next, static report => Assert.Equal(Model.PrimaryAnswer, report.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_calls_in_ten_seconds_are_at_most_a_quarter_more_requests_to_each_model(bool breaks)
    {
        const int CallsPerStep = 10;
        var step = TimeSpan.FromSeconds(0.1);
        await using var scene = await FaultScene.StartAsync(options => options.Breaker.MinimumAttempts = breaks ? options.Breaker.MinimumAttempts : int.MaxValue);
        scene.Simulator.Scripts.ForAnyModel.First(5_000, Faults.ServerError());
        var calls = new List<Task<CallReport>>();

        while (calls.Count < 1_000)
        {
            calls.AddRange(Enumerable.Range(0, CallsPerStep).Select(_ => scene.Start(CallForm.Whole)));
            if (!breaks)
            {
                await scene.Log.WaitForRequestAsync(Model.Primary, calls.Count);
            }

            scene.Clock.Advance(step);
        }

        var reports = await scene.ElapseBackoffsAsync(Task.WhenAll(calls));

        Assert.All(reports, static report => Assert.NotNull(report.Failure));
        Assert.InRange(scene.Log.For(Model.Primary).Count, breaks ? 1 : 1_000, 1_250);
        Assert.InRange(scene.Log.For(Model.Fallback).Count, breaks ? 1 : 1_000, 1_250);
    }

    private static async Task OpenAllBreakersAsync(FaultScene scene)
    {
        scene.Script(Model.Primary).Always(Faults.ServerError());
        scene.Script(Model.Fallback).Always(Faults.ServerError());
        CallReport report;
        do
        {
            report = await scene.ElapseBackoffsAsync(scene.Start(CallForm.Whole));
        }
        while (!report.Attempts.Any(static attempt => attempt is { Model: Model.Fallback, Outcome: AttemptOutcome.Skipped }));
    }
}
