namespace TypedLlm;

/// <summary>The settings that a configuration can hold, by section. Written out, because a trimmed application cannot ask the types.</summary>
internal static class SettingNames
{
    public static IReadOnlyList<string> Root { get; } =
    [
        nameof(TypedLlmOptions.Providers),
        nameof(TypedLlmOptions.Allow),
        nameof(TypedLlmOptions.Deny),
        nameof(TypedLlmOptions.Endpoints),
        nameof(TypedLlmOptions.Timers),
        nameof(TypedLlmOptions.Breaker),
        nameof(TypedLlmOptions.Retry),
    ];

    public static IReadOnlyList<string> Provider { get; } =
    [
        nameof(ProviderOptions.BaseUrl),
        nameof(ProviderOptions.ApiKey),
        nameof(ProviderOptions.Organization),
        nameof(ProviderOptions.Project),
        nameof(ProviderOptions.Deployments),
    ];

    public static IReadOnlyList<string> Endpoint { get; } = [nameof(EndpointOptions.Chain)];

    public static IReadOnlyList<string> Timers { get; } =
    [
        nameof(TimerOptions.Connect),
        nameof(TimerOptions.Headers),
        nameof(TimerOptions.FirstContent),
        nameof(TimerOptions.Idle),
        nameof(TimerOptions.Deadline),
        nameof(TimerOptions.StreamDeadline),
    ];

    public static IReadOnlyList<string> Breaker { get; } =
    [
        nameof(BreakerOptions.FailureRatio),
        nameof(BreakerOptions.MinimumAttempts),
        nameof(BreakerOptions.Window),
        nameof(BreakerOptions.BreakDuration),
        nameof(BreakerOptions.MaxBreakDuration),
    ];

    public static IReadOnlyList<string> Retry { get; } =
        [nameof(RetryOptions.BudgetRatio), nameof(RetryOptions.BudgetPerSecond), nameof(RetryOptions.MaxRetryAfter)];
}
