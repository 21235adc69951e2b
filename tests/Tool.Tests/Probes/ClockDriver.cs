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
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<long> _bounds = [];

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

    // The clock has not moved since a timer that is new was armed, so what is left of it is all of it.
    private bool IsNext(ArmedTimer timer)
    {
        var armed = clock.ArmedTimers;
        foreach (var next in armed.Where(next => _seen.Add(next.Arming) && (next.DueIn == ServiceClient.Patience || next.DueIn == ProbeRun.CleanUpTime)))
        {
            _bounds.Add(next.Arming);
        }

        return !_bounds.Contains(timer.Arming) && !armed.Any(static next => next.DueIn == ServiceClient.Patience);
    }
}
