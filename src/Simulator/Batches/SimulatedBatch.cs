namespace TypedLlm.Simulator;

/// <summary>
/// A batch. Where it stands follows from the clock at the moment of asking; only a cancellation changes it. Its lines are run when
/// somebody asks what became of them.
/// </summary>
internal sealed class SimulatedBatch(
    string id, BatchRequest request, BatchInput input, BatchTimes times, BatchScript script, Func<BatchLine, DateTimeOffset, BatchLineResult> run)
{
    private readonly Lock _lock = new();
    private readonly Lazy<BatchLineResult>[] _results =
        [.. input.Lines.Select((line, index) => new Lazy<BatchLineResult>(() => run(line, LineDoneAt(times, input, index + 1))))];

    private DateTimeOffset? _cancellingAt;

    public string Id => id;

    public BatchRequest Request => request;

    public BatchInput Input => input;

    public BatchTimes Times => times;

    public BatchScript Script => script;

    public string? OutputFileId { get; private set; }

    public string? ErrorFileId { get; private set; }

    /// <summary>The files of a batch that has ended are written once.</summary>
    public bool IsSettled { get; private set; }

    public DateTimeOffset? CancellingAt
    {
        get
        {
            lock (_lock)
            {
                return _cancellingAt;
            }
        }
    }

    public DateTimeOffset? CancelledAt => CancellingAt is { } began ? SimulatedTime.Add(began, times.CancellingTime) : null;

    public BatchStatus StatusAt(DateTimeOffset now)
    {
        if (CancelledAt is { } cancelledAt)
        {
            return now >= cancelledAt ? BatchStatus.Cancelled : BatchStatus.Cancelling;
        }

        return now < times.ValidatedAt ? BatchStatus.Validating
            : input.Errors.Count > 0 ? BatchStatus.Failed
            : times.Expires ? (now >= times.ExpiredAt ? BatchStatus.Expired : BatchStatus.InProgress)
            : now < times.RunEndsAt ? BatchStatus.InProgress
            : now < times.CompletesAt ? BatchStatus.Finalizing
            : BatchStatus.Completed;
    }

    /// <summary>Begins to cancel it; false if it has ended otherwise.</summary>
    public bool TryCancel(DateTimeOffset now)
    {
        var status = StatusAt(now);
        lock (_lock)
        {
            if (status is BatchStatus.Validating or BatchStatus.InProgress or BatchStatus.Finalizing)
            {
                _cancellingAt ??= now;
            }

            return _cancellingAt is not null;
        }
    }

    /// <summary>The lines that are done, in the order in which they were: each when its share of the run's time is over.</summary>
    public IReadOnlyList<(BatchLine Line, BatchLineResult Result)> DoneAt(DateTimeOffset now)
    {
        var count = input.Lines.Count;
        var until = new[] { now, CancellingAt ?? now, times.ExpiresAt }.Min();
        var done = input.Errors.Count > 0 ? 0 : Enumerable.Range(1, count).Count(step => LineDoneAt(times, input, step) <= until);
        return [.. input.Lines.Zip(_results).Take(done).Select(line => (line.First, line.Second.Value))];
    }

    public void Settle(string? outputFileId, string? errorFileId) => (OutputFileId, ErrorFileId, IsSettled) = (outputFileId, errorFileId, true);

    /// <summary>When so many lines are done.</summary>
    private static DateTimeOffset LineDoneAt(BatchTimes times, BatchInput input, int step) =>
        SimulatedTime.Between(times.ValidatedAt, times.RunEndsAt, step, input.Lines.Count);
}
