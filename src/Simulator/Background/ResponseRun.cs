namespace TypedLlm.Simulator;

/// <summary>A response that is kept. Where it stands follows from the clock at the moment of asking; only a cancellation changes it.</summary>
internal sealed class ResponseRun
{
    private static readonly TimeSpan StoredLifetime = TimeSpan.FromDays(30);

    /// <summary>How long a background run that shall not be stored can be polled after its end.</summary>
    private static readonly TimeSpan PollingLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BackgroundScript _script;
    private DateTimeOffset _endsAt;
    private DateTimeOffset? _cancelledAt;

    private ResponseRun(Answer answer, BackgroundScript script, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        Answer = answer;
        _script = script;
        StartsAt = startsAt;
        _endsAt = endsAt;
    }

    public Answer Answer { get; }

    public string Id => Answer.ResponseId;

    public bool IsBackground => Answer.Request.Background;

    /// <summary>When it leaves the queue.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>When it ends if nobody cancels it.</summary>
    public DateTimeOffset EndsAt
    {
        get
        {
            lock (_lock)
            {
                return _endsAt;
            }
        }
    }

    public DateTimeOffset? CancelledAt
    {
        get
        {
            lock (_lock)
            {
                return _cancelledAt;
            }
        }
    }

    public string? CancelledEvent => _script.CancelledEvent;

    /// <summary>Ends when a cancellation has changed what follows.</summary>
    public Task Changed => _changed.Task;

    /// <summary>An answer that was given while the client waited.</summary>
    public static ResponseRun Ended(Answer answer, DateTimeOffset now) => new(answer, new BackgroundScript(), answer.CreatedAt, now);

    public static ResponseRun Queued(Answer answer, BackgroundScript script, SimulatorOptions options)
    {
        var startsAt = SimulatedTime.Add(answer.CreatedAt, script.QueuedFor ?? options.BackgroundQueueTime);
        return new(answer, script, startsAt, SimulatedTime.Add(startsAt, script.RunsFor ?? options.BackgroundRunTime));
    }

    public string StatusAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _cancelledAt is not null ? "cancelled"
                : now >= _endsAt ? Answer.Status
                : now >= StartsAt ? "in_progress"
                : "queued";
        }
    }

    public bool IsRunningAt(DateTimeOffset now) => CancelledAt is null && now < EndsAt;

    /// <summary>Whether the service still knows, or already knows, of it.</summary>
    public bool IsKnownAt(DateTimeOffset now) => now >= SimulatedTime.Add(Answer.CreatedAt, _script.MissingFor)
        && now < (Answer.Request.Store
            ? SimulatedTime.Add(Answer.CreatedAt, StoredLifetime)
            : SimulatedTime.Add(CancelledAt ?? EndsAt, PollingLifetime));

    /// <summary>Cancels it; false if it has ended. Once cancelled, it may be cancelled again.</summary>
    public bool TryCancel(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_cancelledAt is not null)
            {
                return true;
            }

            if (now >= _endsAt)
            {
                return false;
            }

            if (_script.EndsWhenCancelled)
            {
                _endsAt = now;
            }
            else
            {
                _cancelledAt = now;
            }
        }

        _changed.TrySetResult();
        return CancelledAt is not null;
    }
}
