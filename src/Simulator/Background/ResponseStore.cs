namespace TypedLlm.Simulator;

/// <summary>
/// The responses of the account. Beyond 10,000, or 512 MiB, the oldest that have ended are forgotten. Deleted ones are remembered for
/// tests.
/// </summary>
internal sealed class ResponseStore(TimeProvider clock)
{
    private const int MaxResponses = 10_000;
    private const long MaxBytes = 512L << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<Entry> _order = [];
    private long _bytes;

    /// <summary>All responses that are remembered, the oldest first.</summary>
    public IReadOnlyList<(ResponseRun Run, bool IsDeleted)> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(entry => (entry.Run, entry.IsDeleted))];
            }
        }
    }

    public void Add(ResponseRun run)
    {
        lock (_lock)
        {
            var (added, now) = (new Entry(run), clock.GetUtcNow());
            _entries.Add(run.Id, added);
            _order.Add(added);
            _bytes += added.Bytes;
            while ((_order.Count > MaxResponses || _bytes > MaxBytes)
                && _order.FindIndex(entry => entry != added && !entry.Run.IsRunningAt(now)) is >= 0 and var oldest)
            {
                _bytes -= _order[oldest].Bytes;
                _entries.Remove(_order[oldest].Run.Id);
                _order.RemoveAt(oldest);
            }
        }
    }

    /// <exception cref="ApiErrorException">There is none with this id, or not any more, or not yet.</exception>
    public ResponseRun Find(string id)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(id, out var entry) && !entry.IsDeleted && entry.Run.IsKnownAt(clock.GetUtcNow())
                ? entry.Run
                : throw new ApiErrorException(ResponseErrors.NotFound(id));
        }
    }

    public void Delete(string id)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(id, out var entry))
            {
                entry.IsDeleted = true;
            }
        }
    }

    private sealed class Entry(ResponseRun run)
    {
        public ResponseRun Run => run;

        public long Bytes { get; } = run.Bytes;

        public bool IsDeleted { get; set; }
    }
}
