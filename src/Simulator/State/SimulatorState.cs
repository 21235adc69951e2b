namespace TypedLlm.Simulator;

/// <summary>
/// What the simulated account holds at the moment of asking: tests read here whether a client has left anything behind.
/// </summary>
public sealed class SimulatorState
{
    private readonly SimulatorStores _stores;
    private readonly TimeProvider _clock;

    internal SimulatorState(SimulatorStores stores, TimeProvider clock)
    {
        _stores = stores;
        _clock = clock;
    }

    /// <summary>The responses that were kept, the oldest first; also those that were deleted.</summary>
    public IReadOnlyList<ResponseState> Responses
    {
        get
        {
            var now = _clock.GetUtcNow();
            return [.. _stores.Responses.All.Select(entry => new ResponseState(entry.Run.Id, entry.Run.Answer.Model, entry.Run.StatusAt(now))
            {
                IsBackground = entry.Run.IsBackground,
                IsRunning = entry.Run.IsRunningAt(now),
                IsDeleted = entry.IsDeleted || !entry.Run.IsKnownAt(now),
            })];
        }
    }

    /// <summary>The files, the oldest first; also those that were deleted or have expired.</summary>
    public IReadOnlyList<FileState> Files
    {
        get
        {
            var now = _clock.GetUtcNow();
            _stores.Batches.AllAt(now);
            return [.. _stores.Files.All.Select(file => new FileState(file.Id, file.Purpose, file.Filename, file.Bytes)
            {
                IsDeleted = file.IsGoneAt(now),
            })];
        }
    }

    /// <summary>The batches, the oldest first.</summary>
    public IReadOnlyList<BatchState> Batches =>
        [.. _stores.Batches.AllAt(_clock.GetUtcNow()).Select(view => new BatchState(view.Batch.Id, view.Batch.Request.Endpoint, view.Status.Word)
        {
            InputFileId = view.Batch.Request.InputFileId,
            OutputFileId = view.Outcome?.OutputFileId,
            ErrorFileId = view.Outcome?.ErrorFileId,
            IsRunning = view.Status.IsRunning,
        })];
}
