namespace TypedLlm.Simulator;

/// <summary>The responses of the account: the last 10,000, or fewer when they are long. Deleted ones are remembered for tests.</summary>
internal sealed class ResponseStore(TimeProvider clock)
{
    private const int MaxResponses = 10_000;
    private const long MaxDeltas = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<ResponseRun> _order = [];
    private long _deltas;

    /// <summary>All responses that are remembered, the oldest first.</summary>
    public IReadOnlyList<(ResponseRun Run, bool IsDeleted)> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(run => (run, _entries[run.Id].IsDeleted))];
            }
        }
    }

    public void Add(ResponseRun run)
    {
        lock (_lock)
        {
            _entries.Add(run.Id, new Entry(run));
            _order.Enqueue(run);
            _deltas += run.Answer.Deltas.Count;
            while (_order.Count > MaxResponses || (_deltas > MaxDeltas && _order.Count > 1))
            {
                var oldest = _order.Dequeue();
                _deltas -= oldest.Answer.Deltas.Count;
                _entries.Remove(oldest.Id);
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

        public bool IsDeleted { get; set; }
    }
}
