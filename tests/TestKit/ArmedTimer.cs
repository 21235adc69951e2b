namespace TypedLlm.TestKit;

/// <summary>A timer that waits on a <see cref="ManualClock"/>, as it was when it was looked at.</summary>
/// <param name="DueAt">The moment on the clock at which it fires.</param>
/// <param name="DueIn">The time from the clock's present to <paramref name="DueAt"/>.</param>
/// <param name="Period">The time between later firings; zero for a timer that fires once.</param>
/// <param name="Arming">Which of the clock's armings armed it, counted from 0; see <see cref="ManualClock.Armings"/>.</param>
public sealed record ArmedTimer(DateTimeOffset DueAt, TimeSpan DueIn, TimeSpan Period, long Arming)
{
    /// <summary>How long it was armed for.</summary>
    public TimeSpan ArmedFor { get; init; }

    public override string ToString() =>
        Period > TimeSpan.Zero ? $"{DueAt:O} (in {DueIn}, then every {Period})" : $"{DueAt:O} (in {DueIn})";
}
