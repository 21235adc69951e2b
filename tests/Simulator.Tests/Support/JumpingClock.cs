using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

/// <summary>Moves on once between the moment in which a waiting party reads it and the one in which its timer is armed.</summary>
public sealed class JumpingClock(ManualClock clock, TimeSpan jump) : TimeProvider
{
    private int _jumps;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (Interlocked.Exchange(ref _jumps, 1) == 0)
        {
            clock.Advance(jump);
        }

        return clock.CreateTimer(callback, state, dueTime, period);
    }
}
