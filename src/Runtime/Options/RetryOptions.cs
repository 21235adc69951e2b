namespace TypedLlm;

/// <summary>
/// How often a request is sent again to the same model. Only such repeats are limited here; going on to the next model of the chain is not.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>Repeats allowed per model as a share of its calls over the last 10 s, 0 to 1. Default: 0.2.</summary>
    public double BudgetRatio { get; set; } = 0.2;

    /// <summary>Repeats allowed per model and second whatever the share says. Default: 1.</summary>
    public int BudgetPerSecond { get; set; } = 1;

    /// <summary>The longest delay that a service may ask for with Retry-After and get; a longer one moves on at once. Default: 120 s.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(120);
}
