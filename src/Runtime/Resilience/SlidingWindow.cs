namespace TypedLlm.Resilience;

/// <summary>
/// Counts good and bad events over the recent past, in ten slots that fall away one by one. Not thread-safe: its owner locks.
/// </summary>
internal sealed class SlidingWindow(TimeSpan length, TimeProvider time)
{
    private const int SlotCount = 10;

    private readonly (int Good, int Bad)[] _slots = new (int, int)[SlotCount];
    private readonly long _slotLength = Math.Max(1, (long)(length.TotalSeconds * time.TimestampFrequency / SlotCount));
    private long _newest = time.GetTimestamp();
    private int _position;

    public int Good { get; private set; }

    public int Bad { get; private set; }

    public int Total => Good + Bad;

    public void Add(bool good)
    {
        Forget();
        ref var slot = ref _slots[_position];
        if (good)
        {
            slot.Good++;
            Good++;
        }
        else
        {
            slot.Bad++;
            Bad++;
        }
    }

    /// <summary>Drops what is older than the window; the counts are true after it.</summary>
    public void Forget()
    {
        var steps = (time.GetTimestamp() - _newest) / _slotLength;
        for (var i = 0; i < Math.Min(steps, SlotCount); i++)
        {
            _position = (_position + 1) % SlotCount;
            Good -= _slots[_position].Good;
            Bad -= _slots[_position].Bad;
            _slots[_position] = default;
        }

        _newest += steps * _slotLength;
    }

    public void Clear()
    {
        Array.Clear(_slots);
        Good = 0;
        Bad = 0;
    }
}
