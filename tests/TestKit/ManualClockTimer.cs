namespace TypedLlm.TestKit;

/// <summary>A timer of a <see cref="ManualClock"/>. Its mutable state belongs to the clock and is read under the clock's lock.</summary>
internal sealed class ManualClockTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
{
    // As System.Threading.Timer does, so that ambient values (activities, async locals) reach the callback.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    internal DateTimeOffset? DueAt { get; set; }

    internal TimeSpan Period { get; set; }

    internal TimeSpan ArmedFor { get; set; }

    /// <summary>When it was armed relative to the others: the order among timers with one due time.</summary>
    internal long Order { get; set; }

    internal bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Arm(this, dueTime, period);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((ManualClockTimer)timer!).Invoke(), this);
        }
    }

    private void Invoke() => callback(state);
}
