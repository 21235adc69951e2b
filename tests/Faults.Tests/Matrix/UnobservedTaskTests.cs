using System.Collections.Concurrent;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Calls that are given up leave no task behind whose failure nobody looks at.</summary>
public sealed class UnobservedTaskTests
{
    [Fact]
    public async Task Cancelled_abandoned_and_broken_calls_leave_none()
    {
        var unobserved = new ConcurrentQueue<AggregateException>();
        void Collect(object? sender, UnobservedTaskExceptionEventArgs raised) => unobserved.Enqueue(raised.Exception);
        TaskScheduler.UnobservedTaskException += Collect;
        try
        {
            foreach (var form in new[] { CallForm.Whole, CallForm.Text, CallForm.Events, CallForm.RestartingEvents })
            {
                await GiveUpAsync(form);
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Collect;
        }

        // Other tests run in this process as well; what they leave is theirs unless the library stands in it.
        Assert.DoesNotContain(unobserved, static exception => exception.ToString().Contains(" TypedLlm.", StringComparison.Ordinal)
            && !exception.ToString().Contains("TypedLlm.FaultTests", StringComparison.Ordinal));
    }

    private static async Task GiveUpAsync(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.Silence()).On(2, Faults.StallAfterDeltas(3)).Always(Faults.ResetAfterDeltas(3));

        for (var request = 1; request <= 2; request++)
        {
            using var cancellation = new CancellationTokenSource();
            var call = new Caller(scene.Scorecard, form).CallAsync(cancellationToken: cancellation.Token);
            await scene.Log.WaitForRequestAsync(request);
            await cancellation.CancelAsync();
            Assert.IsAssignableFrom<OperationCanceledException>((await call.WaitAsync(Guards.Hang)).Exception);
        }

        if (form != CallForm.Whole)
        {
            await new Caller(scene.Scorecard, form) { LeavesAfterParts = 2 }.CallAsync().WaitAsync(Guards.Hang);
        }

        await scene.CallAsync(form);
    }
}
