namespace TypedLlm;

/// <summary>
/// When a model that fails is left alone. After a break one real request is let through; the model is back when that request has ended well.
/// </summary>
public sealed class BreakerOptions
{
    /// <summary>The share of failures at which the break begins, over 0 to 1. Default: 0.5.</summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>How many attempts the window must hold before the share counts. Default: 6.</summary>
    public int MinimumAttempts { get; set; } = 6;

    /// <summary>The window over which attempts are counted. Default: 60 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The shortest break, and the first one. Default: 15 s.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest break. Default: 5 min.</summary>
    public TimeSpan MaxBreakDuration { get; set; } = TimeSpan.FromMinutes(5);
}
