using TypedLlm.Resilience;

namespace TypedLlm.Streaming;

/// <summary>
/// Cancels an attempt that has waited too long for the service. It runs only while something is awaited, so that neither a slow consumer
/// nor a busy process looks like a stall, and only <see cref="Allow"/> refills what may be waited.
/// </summary>
internal sealed class SilenceTimer : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly object _lock = new();
    private ITimer? _timer;
    private TimeSpan _left;
    private long _waitingSince;
    private bool _isWaiting;
    private FailureSource _meaning;

    /// <param name="time">Where time comes from.</param>
    /// <param name="caller">The caller's token and deadline. Cancels <see cref="Token"/> as well.</param>
    public SilenceTimer(TimeProvider time, CancellationToken caller)
    {
        _time = time;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
    }

    /// <summary>To be handed to everything that waits for the service.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What it means that the time was used up; null as long as it was not.</summary>
    public FailureSource? Expired { get; private set; }

    /// <summary>Sets how long may be waited from now on in all, and what it means if that does not suffice. Not while waiting.</summary>
    public void Allow(TimeSpan wait, FailureSource meaning)
    {
        _left = wait;
        _meaning = meaning;
    }

    public void BeginWait()
    {
        lock (_lock)
        {
            _isWaiting = true;
            _waitingSince = _time.GetTimestamp();
        }

        if (_left != Timeout.InfiniteTimeSpan)
        {
            Arm(_left);
        }
    }

    public void EndWait()
    {
        lock (_lock)
        {
            _isWaiting = false;
            if (_left != Timeout.InfiniteTimeSpan)
            {
                _left -= _time.GetElapsedTime(_waitingSince);
            }
        }
    }

    /// <summary>
    /// Throws if the caller cancelled. To be asked first when a wait failed: cancelling closes the connection, so that the failure itself may
    /// look like a broken one.
    /// </summary>
    public void ThrowIfCallerCancelled() => _caller.ThrowIfCancellationRequested();

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    private void Arm(TimeSpan wait)
    {
        // A wait of zero would fire at once and for ever; a negative one is refused.
        var due = wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);
        if (_timer is null)
        {
            _timer = _time.CreateTimer(static timer => ((SilenceTimer)timer!).OnDue(), this, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void OnDue()
    {
        TimeSpan left;
        lock (_lock)
        {
            if (!_isWaiting || _left == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            left = _left - _time.GetElapsedTime(_waitingSince);
            Expired = left <= TimeSpan.Zero ? _meaning : null;
        }

        if (Expired is null)
        {
            // Armed for an earlier wait, or fired early: timers are coarser than timestamps.
            Arm(left);
            return;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended in this moment.
        }
    }
}
