namespace TypedLlm.Simulator;

/// <summary>The batches of the account, the last 1,000.</summary>
internal sealed class BatchStore(FileStore files, WireIds ids, TimeProvider clock)
{
    private const int MaxBatches = 1_000;

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
            if (_batches.Count > MaxBatches)
            {
                _batches.RemoveAt(0);
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
        return All.Where(batch => !batch.StatusAt(now).HasEnded && batch.Input.Lines is [var line, ..] && line.Model.Facts.Id == model)
            .Sum(batch => batch.Input.Tokens);
    }

    /// <summary>Writes the files of the batches that have ended by now.</summary>
    public void Settle()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var batch in _batches.Where(batch => !batch.IsSettled && batch.StatusAt(now).HasEnded))
            {
                Settle(batch, batch.StatusAt(now));
            }
        }
    }

    private void Settle(SimulatedBatch batch, BatchStatus status)
    {
        var endedAt = status switch
        {
            BatchStatus.Completed => batch.Times.CompletesAt,
            BatchStatus.Expired => batch.Times.ExpiredAt,
            BatchStatus.Cancelled => batch.CancelledAt!.Value,
            _ => batch.Times.ValidatedAt,
        };
        var writer = new BatchFileWriter(batch, ids);
        var hasExpired = status is BatchStatus.Expired;

        // Expired batches were seen with an output file even where no line was done.
        batch.Settle(
            Write(batch, "output", endedAt, writer.Output(endedAt), isNeeded: hasExpired),
            Write(batch, "error", endedAt, writer.Errors(endedAt, hasExpired), isNeeded: false));
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
