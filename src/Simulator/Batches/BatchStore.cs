namespace TypedLlm.Simulator;

/// <summary>The batches of the account: beyond 1,000, or 1 GiB of lines, the oldest that have ended are forgotten.</summary>
internal sealed class BatchStore(FileStore files, WireIds ids, TimeProvider clock)
{
    private const int MaxBatches = 1_000;

    /// <summary>Of lines that are remembered; with the files of batches that have ended, lines are forgotten.</summary>
    private const long MaxBytes = 1L << 30;

    private readonly Lock _lock = new();
    private readonly List<SimulatedBatch> _batches = [];

    /// <summary>All batches, the oldest first.</summary>
    public IReadOnlyList<SimulatedBatch> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    public void Add(SimulatedBatch batch)
    {
        lock (_lock)
        {
            _batches.Add(batch);
            var now = clock.GetUtcNow();
            while ((_batches.Count > MaxBatches || _batches.Sum(kept => kept.Bytes) > MaxBytes)
                && _batches.FindIndex(kept => kept != batch && kept.At(now).Status.HasEnded) is >= 0 and var oldest)
            {
                _batches.RemoveAt(oldest);
            }
        }
    }

    /// <exception cref="ApiErrorException">There is none with this id.</exception>
    public SimulatedBatch Find(string id) =>
        All.FirstOrDefault(batch => batch.Id == id) ?? throw new ApiErrorException(BatchErrors.NotFound(id));

    /// <summary>The tokens that wait for a model.</summary>
    public int QueuedTokens(string model)
    {
        var now = clock.GetUtcNow();
        return All.Where(batch => !batch.At(now).Status.HasEnded && batch.Model?.Facts.Id == model).Sum(batch => batch.Tokens);
    }

    /// <summary>All batches as they are at a moment, the oldest first. Those that have ended by then have written their files.</summary>
    public IReadOnlyList<BatchView> AllAt(DateTimeOffset now) => [.. All.Select(batch => At(batch, now))];

    /// <summary>The batch as it is at a moment. If it has ended by then, it has written its files.</summary>
    public BatchView At(SimulatedBatch batch, DateTimeOffset now) => batch.SettledAt(now, Settle);

    private BatchOutcome Settle(BatchView view)
    {
        var (batch, times) = (view.Batch, view.Batch.Times);
        var endedAt = view.Status switch
        {
            BatchStatus.Completed => times.CompletesAt,
            BatchStatus.Expired => times.ExpiredAt,
            BatchStatus.Cancelled => view.CancelledAt!.Value,
            _ => times.ValidatedAt,
        };
        var done = batch.DoneAt(view.Now, view.CancellingAt);
        var writer = new BatchFileWriter(batch, done, ids);
        var hasExpired = view.Status is BatchStatus.Expired;

        // Expired batches were seen with an output file even where no line was done.
        return new BatchOutcome(
            BatchTally.Of(done),
            Write(batch, "output", endedAt, writer.Output(), isNeeded: hasExpired),
            Write(batch, "error", endedAt, writer.Errors(hasExpired), isNeeded: false));
    }

    private string? Write(SimulatedBatch batch, string kind, DateTimeOffset at, byte[] content, bool isNeeded)
    {
        if (content.Length == 0 && !isNeeded)
        {
            return null;
        }

        var file = new StoredFile(ids.File($"{batch.Id}/{kind}"), $"{batch.Id}_{kind}.jsonl", "batch_output", content)
        {
            CreatedAt = at,
            ExpiresAt = at + batch.Request.OutputLifetime,
        };
        files.Add(file);
        return file.Id;
    }
}
