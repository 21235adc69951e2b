using TypedLlm.Chains;
using TypedLlm.CompilerServices;

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

    /// <summary>What is wrong with the settings of a method. Null if nothing is.</summary>
    public static string? ProblemOf(EndpointMethod method) =>
        method.MaxAttempts < 1 ? $"{nameof(method.MaxAttempts)} must be at least 1"
        : method.TimeoutMs <= 0 ? $"{nameof(method.TimeoutMs)} must be above 0"
        : method.FirstContentTimeoutMs <= 0 ? $"{nameof(method.FirstContentTimeoutMs)} must be above 0"
        : method.IdleTimeoutMs <= 0 ? $"{nameof(method.IdleTimeoutMs)} must be above 0"
        : ProblemOf(method.Effort, method.ServiceTier, method.MaxOutputTokens, method.Temperature);

    /// <exception cref="ArgumentException">A value is outside of what the service takes.</exception>
    public static void Check(LlmCallOptions? options)
    {
        if (options is not null && ProblemOf(options) is { } problem)
        {
            throw new ArgumentException($"{nameof(LlmCallOptions)}.{problem}.", nameof(options));
        }
    }

    private static string? ProblemOf(LlmCallOptions options) =>
        ProblemOf(options.Effort, options.ServiceTier, options.MaxOutputTokens, options.Temperature)
        ?? (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds >= uint.MaxValue - 1)
            ? $"{nameof(options.Timeout)} must be longer than zero and at most 49 days"
            : options.Metadata is { } metadata && !Fits(metadata)
            ? $"{nameof(options.Metadata)} must have at most {MaxMetadataPairs} pairs, keys of up to {MaxMetadataKey} characters and values of up to {MaxMetadataValue}"
            : null);

    private static string? ProblemOf(Effort? effort, ServiceTier? tier, int? maxOutputTokens, double? temperature) =>
        effort is { } asked && !Enum.IsDefined(asked) ? $"{nameof(Effort)} must be a member of the enumeration"
        : tier is { } chosen && !Enum.IsDefined(chosen) ? $"{nameof(ServiceTier)} must be a member of the enumeration"
        : maxOutputTokens < MinOutputTokens ? $"{nameof(MaxOutputTokens)} must be at least {MinOutputTokens}"
        : temperature is not (null or (>= 0 and <= MaxTemperature)) ? $"{nameof(Temperature)} must be between 0 and {MaxTemperature}"
        : null;

    private static bool Fits(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Count <= MaxMetadataPairs
        && metadata.All(static pair => pair.Key.Length <= MaxMetadataKey && pair.Value?.Length <= MaxMetadataValue);

    private static TimeSpan? Milliseconds(int? value) => value is { } set ? TimeSpan.FromMilliseconds(set) : null;
}
