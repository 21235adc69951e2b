using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

/// <summary>Moves on by a step whenever it is read, as real clocks do.</summary>
public sealed class SteppingClock(ManualClock clock, TimeSpan step) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        clock.Advance(step);
        return clock.GetUtcNow();
    }
}
