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
            Settle();
            var now = _clock.GetUtcNow();
            return [.. _stores.Files.All.Select(file => new FileState(file.Id, file.Purpose, file.Filename, file.Bytes)
            {
                IsDeleted = file.IsGoneAt(now),
            })];
        }
    }

    /// <summary>The batches, the oldest first.</summary>
    public IReadOnlyList<BatchState> Batches
    {
        get
        {
            Settle();
            var now = _clock.GetUtcNow();
            return [.. _stores.Batches.All.Select(batch => new BatchState(batch.Id, batch.Request.Endpoint, batch.StatusAt(now).Word)
            {
                InputFileId = batch.Request.InputFileId,
                OutputFileId = batch.OutputFileId,
                ErrorFileId = batch.ErrorFileId,
                IsRunning = batch.StatusAt(now).IsRunning,
            })];
        }
    }

    /// <summary>Does what has come due without anybody asking: batches that have ended have written their files.</summary>
    internal void Settle() => _stores.Batches.Settle();
}
