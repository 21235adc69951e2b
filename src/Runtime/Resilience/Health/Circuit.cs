namespace TypedLlm.Resilience;

/// <summary>
/// Lets requests through until it is opened. After its time one request may pass as a probe; only a probe that ended well closes it.
/// </summary>
internal sealed class Circuit(TimeProvider time)
{
    /// <summary>Whoever got a probe and has not said within this time how it ended, such as a reader who forgot a stream, does not hold up the others.</summary>
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(10);

    private readonly object _lock = new();
    private volatile Blockage? _blockage;
    private long? _probingSince;

    /// <summary>Why nothing passes. Null while the circuit is closed.</summary>
    public Blockage? Blockage => _blockage;

    /// <summary>Whether a request would be refused now.</summary>
    public bool IsRefusing
    {
        get
        {
            if (_blockage is null)
            {
                return false;
            }

            lock (_lock)
            {
                return _blockage is { } blockage && (IsProbing || time.GetTimestamp() < blockage.Until);
            }
        }
    }

    private bool IsProbing => _probingSince is { } since && time.GetElapsedTime(since) < LongestProbe;

    /// <param name="early">Lets a probe pass before the time if the circuit is only cooling down.</param>
    public Passage TryPass(bool early)
    {
        if (_blockage is null)
        {
            return Passage.Granted;
        }

        lock (_lock)
        {
            if (_blockage is not { } blockage)
            {
                return Passage.Granted;
            }

            if (IsProbing || (time.GetTimestamp() < blockage.Until && !(early && blockage.IsCooling)))
            {
                return Passage.Refused;
            }

            _probingSince = time.GetTimestamp();
            return Passage.GrantedAsProbe;
        }
    }

    /// <summary>The probe ended well.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _blockage = null;
            _probingSince = null;
        }
    }

    /// <summary>The probe ended without telling anything; the next request may be the probe.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _probingSince = null;
        }
    }

    /// <summary>Opens the circuit, or keeps it open for longer.</summary>
    /// <param name="blockage">Why and until when.</param>
    /// <param name="byProbe">Whether the probe failed; requests that passed before it cannot shorten what is known.</param>
    public void Open(Blockage blockage, bool byProbe)
    {
        lock (_lock)
        {
            if (byProbe)
            {
                _probingSince = null;
            }
            else if (_blockage is { } present && present.Until >= blockage.Until)
            {
                return;
            }

            _blockage = blockage;
        }
    }
}
