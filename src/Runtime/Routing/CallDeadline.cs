namespace TypedLlm.Routing;

/// <summary>The one token of a call: cancelled by its deadline, by the caller, or by the caller's enumeration.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _enumerator;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _callerRegistration;
    private readonly CancellationTokenRegistration _enumeratorRegistration;
    private readonly TimeSpan _length;
    private readonly long _start;

    public CallDeadline(TimeSpan length, TimeProvider time, CancellationToken caller, CancellationToken enumerator = default)
    {
        _time = time;
        _caller = caller;
        _enumerator = enumerator;
        _length = length;
        _start = time.GetTimestamp();
        _source = new CancellationTokenSource(length, time);
        _callerRegistration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        _enumeratorRegistration = enumerator.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Remaining => _length - _time.GetElapsedTime(_start);

    /// <summary>Whether the caller, and not the deadline, cancelled.</summary>
    public bool IsCancelledByCaller => _caller.IsCancellationRequested || _enumerator.IsCancellationRequested;

    /// <exception cref="OperationCanceledException">The caller cancelled; the exception carries the caller's own token.</exception>
    public void ThrowIfCancelledByCaller()
    {
        _caller.ThrowIfCancellationRequested();
        _enumerator.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _callerRegistration.Dispose();
        _enumeratorRegistration.Dispose();
        _source.Dispose();
    }
}
