namespace TypedLlm.Simulator;

/// <summary>
/// A batch. Where it stands follows from the clock at the moment of asking; only a cancellation changes it. Its lines are run when
/// somebody asks what became of them, and forgotten when its files are written.
/// </summary>
internal sealed class SimulatedBatch(
    string id, BatchRequest request, BatchInput input, BatchTimes times, BatchScript script, Func<BatchLine, DateTimeOffset, BatchLineResult> run)
{
    private readonly Lock _lock = new();

    /// <summary>Held while the files are written: those who ask for this batch wait, others do not.</summary>
    private readonly Lock _ending = new();

    private BatchWork? _work = new(input.Lines, [.. input.Lines.Select((line, index) =>
        new Lazy<BatchLineResult>(() => run(line, LineDoneAt(times, input.Lines.Count, index + 1))))]);

    private BatchOutcome? _outcome;
    private DateTimeOffset? _cancellingAt;

    public string Id => id;

    public BatchRequest Request => request;

    public BatchTimes Times => times;

    public BatchScript Script => script;

    /// <summary>The model of all lines; null if there is none.</summary>
    public SimulatedModel? Model { get; } = input.Lines is [var line, ..] ? line.Model : null;

    public IReadOnlyList<BatchError> Errors { get; } = input.Errors;

    /// <summary>How many lines it has.</summary>
    public int Total { get; } = input.Lines.Count;

    /// <summary>The prompt tokens that it puts into the queue.</summary>
    public int Tokens { get; } = input.Tokens;

    /// <summary>The bytes of the lines that it still remembers.</summary>
    public long Bytes => Volatile.Read(ref _work)?.Bytes ?? 0;

    /// <summary>The lines that nobody came to before <paramref name="done"/> were done; none once the files are written.</summary>
    public IEnumerable<BatchLine> LinesAfter(int done) => Volatile.Read(ref _work)?.Lines.Skip(done) ?? [];

    public DateTimeOffset? CancelledAt(DateTimeOffset? cancellingAt) =>
        cancellingAt is { } began ? SimulatedTime.Add(began, times.CancellingTime) : null;

    public BatchView At(DateTimeOffset now)
    {
        lock (_lock)
        {
            var status = StatusAt(now);
            return new BatchView(this, now, status, _cancellingAt) { Outcome = status.HasEnded ? _outcome : null };
        }
    }

    /// <summary>As <see cref="At"/>; of a batch that has ended, <paramref name="write"/> writes the files first, once.</summary>
    public BatchView SettledAt(DateTimeOffset now, Func<BatchView, BatchOutcome> write)
    {
        var view = At(now);
        if (view is not { Status.HasEnded: true, Outcome: null })
        {
            return view;
        }

        lock (_ending)
        {
            if (At(now) is { Outcome: not null } settled)
            {
                return settled;
            }

            // Not under the lock of the state: a line may take its time.
            var outcome = write(view);
            lock (_lock)
            {
                _outcome = outcome;
                Volatile.Write(ref _work, null);
            }

            return view with { Outcome = outcome };
        }
    }

    /// <summary>Begins to cancel it; false if it has ended otherwise.</summary>
    public bool TryCancel(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (StatusAt(now).IsRunning)
            {
                _cancellingAt ??= now;
            }

            return _cancellingAt is not null;
        }
    }

    /// <summary>The lines that are done, in the order in which they were: each when its share of the run's time is over. None once the files are written.</summary>
    public IReadOnlyList<(BatchLine Line, BatchLineResult Result)> DoneAt(DateTimeOffset now, DateTimeOffset? cancellingAt) =>
        Volatile.Read(ref _work) is { } work ? DoneAt(work, now, cancellingAt) : [];

    /// <summary>How many lines are done, also when they are forgotten.</summary>
    public BatchTally TallyAt(DateTimeOffset now, DateTimeOffset? cancellingAt) =>
        Volatile.Read(ref _work) is { } work ? BatchTally.Of(DoneAt(work, now, cancellingAt)) : _outcome!.Tally;

    /// <summary>When so many lines are done.</summary>
    private static DateTimeOffset LineDoneAt(BatchTimes times, int total, int step) =>
        SimulatedTime.Between(times.ValidatedAt, times.RunEndsAt, step, total);

    private (BatchLine Line, BatchLineResult Result)[] DoneAt(BatchWork work, DateTimeOffset now, DateTimeOffset? cancellingAt)
    {
        if (Errors.Count > 0)
        {
            return [];
        }

        var until = new[] { now, cancellingAt ?? now, times.ExpiresAt }.Min();
        var done = Enumerable.Range(1, Total).TakeWhile(step => LineDoneAt(times, Total, step) <= until).Count();
        return [.. work.Lines.Zip(work.Results).Take(done).Select(line => (line.First, line.Second.Value))];
    }

    private BatchStatus StatusAt(DateTimeOffset now)
    {
        if (CancelledAt(_cancellingAt) is { } cancelledAt)
        {
            return now >= cancelledAt ? BatchStatus.Cancelled : BatchStatus.Cancelling;
        }

        return now < times.ValidatedAt ? BatchStatus.Validating
            : Errors.Count > 0 ? BatchStatus.Failed
            : times.Expires ? (now >= times.ExpiredAt ? BatchStatus.Expired : BatchStatus.InProgress)
            : now < times.RunEndsAt ? BatchStatus.InProgress
            : now < times.CompletesAt ? BatchStatus.Finalizing
            : BatchStatus.Completed;
    }

    private sealed record BatchWork(IReadOnlyList<BatchLine> Lines, Lazy<BatchLineResult>[] Results)
    {
        public long Bytes { get; } = Lines.Sum(line => (long)line.Body.Length);
    }
}
