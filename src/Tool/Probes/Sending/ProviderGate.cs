namespace TypedLlm.Tool.Probes;

/// <summary>What all requests to one provider share: how many run at a time, the pause that the service asked for, and whether more make sense.</summary>
internal sealed class ProviderGate(int concurrency, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(concurrency);
    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore;

    /// <summary>Why no probe of this provider can learn anything; null if they can.</summary>
    public string? Closed { get; private set; }

    /// <summary>Waits for a turn. Disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _turns.WaitAsync(cancellationToken);
            if (Pause() is not { } pause)
            {
                return new Turn(_turns);
            }

            _turns.Release();
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Holds all further requests for a while: limits belong to the account, not to one probe.</summary>
    public void PauseFor(TimeSpan pause)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + pause;
            _notBefore = until > _notBefore ? until : _notBefore;
        }
    }

    /// <summary>Ends probing; true for the first who says so.</summary>
    public bool Close(string reason)
    {
        lock (_lock)
        {
            var isFirst = Closed is null;
            Closed ??= reason;
            return isFirst;
        }
    }

    public void Dispose() => _turns.Dispose();

    private TimeSpan? Pause()
    {
        lock (_lock)
        {
            var pause = _notBefore - time.GetUtcNow();
            return pause > TimeSpan.Zero ? pause : null;
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
