namespace TypedLlm.TestKit;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire inside <see cref="Advance"/>, in the order of their due
/// times, each with the clock at its own due time.
/// </summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>How long, in real time, a wait may last before the test is failed: far above what a busy machine needs.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();

    // Held while callbacks run, so that two threads cannot interleave firings; re-entrant for callbacks that advance.
    private readonly Lock _advancing = new();

    private readonly HashSet<ManualClockTimer> _timers = [];
    private readonly List<Waiter> _waiters = [];
    private DateTimeOffset _now = start;
    private long _armings;

    /// <summary>A clock that stands at noon of 2026-11-22, UTC.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The moment at which the clock started.</summary>
    public DateTimeOffset Start { get; } = start;

    /// <summary>How far the clock was moved since its start.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>
    /// How often a timer was armed so far. A test that reads it before something begins can tell the timer that this arms from
    /// one that was left armed with the same due time.
    /// </summary>
    public long Armings
    {
        get
        {
            lock (_lock)
            {
                return _armings;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The timers that wait, in the order in which they will fire.</summary>
    public IReadOnlyList<ArmedTimer> ArmedTimers
    {
        get
        {
            lock (_lock)
            {
                return Snapshot();
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualClockTimer(this, callback, state);
        Arm(timer, dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what comes due on the way, in order. Returns when all callbacks have returned.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_advancing)
        {
            var target = GetUtcNow() + by;
            while (TakeDue(target) is { } timer)
            {
                timer.Fire();
            }
        }
    }

    /// <summary>Waits until a timer that is due exactly <paramref name="dueIn"/> from the clock's present is armed.</summary>
    public Task<ArmedTimer> WaitForTimerAsync(TimeSpan dueIn, CancellationToken cancellationToken = default) =>
        WaitForTimerAsync(timer => timer.DueIn == dueIn, $"due in {dueIn}", cancellationToken);

    /// <summary>Waits until a timer that is due exactly at <paramref name="dueAt"/> is armed.</summary>
    public Task<ArmedTimer> WaitForTimerAsync(DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        WaitForTimerAsync(timer => timer.DueAt == dueAt, $"due at {dueAt:O}", cancellationToken);

    /// <summary>Waits until a timer that fits <paramref name="match"/> is armed; <paramref name="description"/> names it in the failure.</summary>
    public async Task<ArmedTimer> WaitForTimerAsync(
        Func<ArmedTimer, bool> match, string description = "that fits the predicate", CancellationToken cancellationToken = default)
    {
        var waiter = new Waiter(match);
        lock (_lock)
        {
            _waiters.Add(waiter);
            Notify();
        }

        try
        {
            return await waiter.Source.Task.WaitAsync(Guard, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No timer {description} was armed.\n{Describe()}");
        }
        finally
        {
            lock (_lock)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    /// <summary>Waits until a timer that is due exactly <paramref name="dueIn"/> from now is armed, then moves the clock there.</summary>
    public async Task AdvanceToTimerAsync(TimeSpan dueIn, CancellationToken cancellationToken = default)
    {
        await WaitForTimerAsync(dueIn, cancellationToken);
        Advance(dueIn);
    }

    internal bool Arm(ManualClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            timer.Period = period > TimeSpan.Zero ? period : TimeSpan.Zero;
            timer.Order = _armings++;
            if (dueTime < TimeSpan.Zero)
            {
                timer.DueAt = null;
                _timers.Remove(timer);
                return true;
            }

            timer.DueAt = _now + dueTime;
            _timers.Add(timer);
            Notify();
        }

        if (dueTime == TimeSpan.Zero)
        {
            // Due at once, as on a real clock: on another thread, because the caller may not be ready for it.
            ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Advance(TimeSpan.Zero), this, preferLocal: false);
        }

        return true;
    }

    internal void Remove(ManualClockTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            timer.DueAt = null;
            _timers.Remove(timer);

            // What a test waits for may be that nothing else is armed.
            Notify();
        }
    }

    /// <summary>Moves the clock to the next timer that is due by <paramref name="target"/> and takes it, or to the target when there is none.</summary>
    private ManualClockTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var next = InFiringOrder().FirstOrDefault(timer => timer.DueAt <= target);
            if (next is null)
            {
                MoveTo(target);
                return null;
            }

            MoveTo(next.DueAt!.Value);
            if (next.Period > TimeSpan.Zero)
            {
                next.DueAt += next.Period;
                next.Order = _armings++;
                Notify();
            }
            else
            {
                next.DueAt = null;
                _timers.Remove(next);
            }

            return next;
        }
    }

    private void MoveTo(DateTimeOffset moment)
    {
        if (moment > _now)
        {
            _now = moment;
            Notify();
        }
    }

    private void Notify()
    {
        if (_waiters.Count == 0)
        {
            return;
        }

        var armed = Snapshot();
        foreach (var waiter in _waiters)
        {
            if (armed.FirstOrDefault(waiter.Match) is { } timer)
            {
                waiter.Source.TrySetResult(timer);
            }
        }
    }

    private List<ArmedTimer> Snapshot() =>
        [.. InFiringOrder().Select(timer => new ArmedTimer(timer.DueAt!.Value, timer.DueAt!.Value - _now, timer.Period, timer.Order))];

    private IOrderedEnumerable<ManualClockTimer> InFiringOrder() =>
        _timers.OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Order);

    private string Describe()
    {
        lock (_lock)
        {
            var armed = Snapshot();
            var list = armed.Count == 0 ? "none" : string.Join("\n", armed.Select(timer => $"  {timer}"));
            return $"The clock stands at {_now:O}. Armed timers:\n{list}";
        }
    }

    private sealed record Waiter(Func<ArmedTimer, bool> Match)
    {
        /// <summary>Continues elsewhere: a test must not run inside the clock's lock.</summary>
        public TaskCompletionSource<ArmedTimer> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
