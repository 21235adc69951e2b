using TypedLlm.Chains;

namespace TypedLlm.Routing;

/// <summary>What one call sends and how long it waits: its own options over those of the method over the settings.</summary>
internal sealed record CallSettings
{
    private const int MinOutputTokens = 16;
    private const double MaxTemperature = 2;
    private const int MaxMetadataPairs = 16;
    private const int MaxMetadataKey = 64;
    private const int MaxMetadataValue = 512;

    public required ChainNeeds Needs { get; init; }

    public Effort? Effort { get; init; }

    public double? Temperature { get; init; }

    public int? MaxOutputTokens { get; init; }

    public ServiceTier? ServiceTier { get; init; }

    public required TimeSpan Deadline { get; init; }

    public TimeSpan? FirstContent { get; init; }

    public TimeSpan? Idle { get; init; }

    public static CallSettings Of(ChainPlan plan, LlmCallOptions? options, TimeSpan deadline, TimerOptions timers)
    {
        var method = plan.Method;
        var effort = options?.Effort ?? method.Effort;
        var temperature = options?.Temperature ?? method.Temperature;
        var maxOutputTokens = options?.MaxOutputTokens ?? method.MaxOutputTokens;
        var isOverridden = options is not null
            && (options.Effort is not null || options.Temperature is not null || options.MaxOutputTokens is not null);
        return new CallSettings
        {
            Needs = isOverridden
                ? ChainNeeds.Of(method.Stream, maxOutputTokens, effort is { } value ? EffortWords.Of(value) : null, temperature)
                : plan.Needs,
            Effort = effort,
            Temperature = temperature,
            MaxOutputTokens = maxOutputTokens,
            ServiceTier = options?.ServiceTier ?? method.ServiceTier,
            Deadline = options?.Timeout ?? Milliseconds(method.TimeoutMs) ?? deadline,
            FirstContent = Milliseconds(method.FirstContentTimeoutMs) ?? timers.FirstContent,
            Idle = Milliseconds(method.IdleTimeoutMs) ?? timers.Idle,
        };
    }

    /// <exception cref="ArgumentException">A value is outside of what the service takes.</exception>
    public static void Check(LlmCallOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Check(options.MaxOutputTokens is not < MinOutputTokens, nameof(options.MaxOutputTokens), $"must be at least {MinOutputTokens}");
        Check(options.Temperature is null or (>= 0 and <= MaxTemperature), nameof(options.Temperature), $"must be between 0 and {MaxTemperature}");
        Check(
            options.Timeout is null || (options.Timeout > TimeSpan.Zero && options.Timeout.Value.TotalMilliseconds < uint.MaxValue - 1),
            nameof(options.Timeout),
            "must be longer than zero and at most 49 days");
        Check(
            options.Metadata is not { } metadata
                || (metadata.Count <= MaxMetadataPairs && metadata.All(static pair => pair.Key.Length <= MaxMetadataKey && pair.Value?.Length <= MaxMetadataValue)),
            nameof(options.Metadata),
            $"must have at most {MaxMetadataPairs} pairs, keys of up to {MaxMetadataKey} characters and values of up to {MaxMetadataValue}");
    }

    private static void Check(bool isValid, string name, string requirement)
    {
        if (!isValid)
        {
            throw new ArgumentException($"{nameof(LlmCallOptions)}.{name} {requirement}.", nameof(name));
        }
    }

    private static TimeSpan? Milliseconds(int? value) => value is { } set ? TimeSpan.FromMilliseconds(set) : null;
}
