namespace TypedLlm.Simulator;

/// <summary>Moments that may never come.</summary>
internal static class SimulatedTime
{
    /// <summary>Timers take no more; whoever waits looks at the clock again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    public static DateTimeOffset Never => DateTimeOffset.MaxValue;

    public static DateTimeOffset Add(DateTimeOffset moment, TimeSpan duration) =>
        moment == Never || duration == Timeout.InfiniteTimeSpan ? Never : moment + duration;

    /// <summary>The moment after <paramref name="done"/> of <paramref name="total"/> equal steps from one moment to another.</summary>
    public static DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to, int done, int total) =>
        done == 0 ? from : done == total ? to : to == Never ? Never : from + ((to - from) * done / total);

    /// <summary>How long a timer must wait from <paramref name="now"/> to <paramref name="moment"/>.</summary>
    public static TimeSpan Until(DateTimeOffset moment, DateTimeOffset now) =>
        moment == Never ? Timeout.InfiniteTimeSpan : moment - now < LongestWait ? moment - now : LongestWait;
}
