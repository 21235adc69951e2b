using TypedLlm.TestKit;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>
/// Moves a clock from pause to pause as long as probes run, so that nobody waits in real time. It stands still while an answer is awaited,
/// and never lets a bound run out.
/// </summary>
internal sealed class ClockDriver(ManualClock clock)
{
    /// <summary>What repeats wait at most.</summary>
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    public async Task<T> RunAsync<T>(Task<T> work)
    {
        using var over = new CancellationTokenSource();
        while (!work.IsCompleted)
        {
            var pause = clock.WaitForTimerAsync(timer => IsNext(timer), "that is a pause", over.Token);
            if (await Task.WhenAny(work, pause) == pause)
            {
                clock.Advance((await pause).DueIn);
            }
        }

        await over.CancelAsync();
        return await work;
    }

    private bool IsNext(ArmedTimer timer)
    {
        var armed = clock.ArmedTimers;
        return !IsBound(timer)
            && !armed.Any(static other => IsPatience(other))

            // What is being cleaned up has a bound, which the long pauses of other probes would use up.
            && armed.Where(static other => other.ArmedFor == ProbeRun.CleanUpTime)
                .All(bound => timer.DueIn < bound.DueIn && timer.ArmedFor <= LongestBackoff);
    }

    private static bool IsBound(ArmedTimer timer) => IsPatience(timer) || timer.ArmedFor == ProbeRun.CleanUpTime;

    private static bool IsPatience(ArmedTimer timer) => timer.ArmedFor == ServiceClient.Patience || timer.ArmedFor == CleanUp.Patience;
}
