using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;

namespace TypedLlm.Routing;

/// <summary>What one call sends and how long it waits: its own options over those of the method over the settings.</summary>
internal sealed record CallSettings
{
    private const int MaxMetadataPairs = 16;
    private const int MaxMetadataKey = 64;
    private const int MaxMetadataValue = 512;

    public required CallNeeds Needs { get; init; }

    public Effort? Effort { get; init; }

    public double? Temperature { get; init; }

    public int? MaxOutputTokens { get; init; }

    public ServiceTier? ServiceTier { get; init; }

    public required TimeSpan Deadline { get; init; }

    public TimeSpan? FirstContent { get; init; }

    public TimeSpan? Idle { get; init; }

    /// <param name="method">The method.</param>
    /// <param name="needs">What a call of the method without options of its own needs.</param>
    /// <param name="options">The call's own options.</param>
    /// <param name="deadline">The deadline if nothing else sets one.</param>
    /// <param name="timers">The settings.</param>
    public static CallSettings Of(EndpointMethod method, CallNeeds needs, LlmCallOptions? options, TimeSpan deadline, TimerOptions timers)
    {
        var effort = options?.Effort ?? method.Effort;
        var temperature = options?.Temperature ?? method.Temperature;
        var maxOutputTokens = options?.MaxOutputTokens ?? method.MaxOutputTokens;
        var tier = options?.ServiceTier ?? method.ServiceTier;
        var isOverridden = options is not null
            && (options.Effort is not null || options.Temperature is not null || options.MaxOutputTokens is not null || options.ServiceTier is not null);
        return new CallSettings
        {
            Needs = isOverridden
                ? NeedsOf(method, effort, temperature, maxOutputTokens, tier)
                : needs,
            Effort = effort,
            Temperature = temperature,
            MaxOutputTokens = maxOutputTokens,
            ServiceTier = tier,
            Deadline = options?.Timeout ?? Milliseconds(method.TimeoutMs) ?? deadline,
            FirstContent = Milliseconds(method.FirstContentTimeoutMs) ?? timers.FirstContent,
            Idle = Milliseconds(method.IdleTimeoutMs) ?? timers.Idle,
        };
    }

    /// <summary>What of a request depends on the model that is asked.</summary>
    public RequestHead HeadFor(string model, bool stream, bool store) => new(model, stream, Effort, Temperature, MaxOutputTokens, ServiceTier, store);

    /// <summary>What a call of a method without options of its own needs.</summary>
    public static CallNeeds NeedsOf(EndpointMethod method) =>
        NeedsOf(method, method.Effort, method.Temperature, method.MaxOutputTokens, method.ServiceTier);

    /// <summary>What is wrong with the settings of a method. Null if nothing is.</summary>
    public static string? ProblemOf(EndpointMethod method) =>
        ProblemOf(nameof(method.MaxAttempts), CallLimits.FaultOf(nameof(method.MaxAttempts), method.MaxAttempts))
        ?? ProblemOf(nameof(method.TimeoutMs), CallLimits.FaultOf(nameof(method.TimeoutMs), method.TimeoutMs))
        ?? ProblemOf(nameof(method.FirstContentTimeoutMs), CallLimits.FaultOf(nameof(method.FirstContentTimeoutMs), method.FirstContentTimeoutMs))
        ?? ProblemOf(nameof(method.IdleTimeoutMs), CallLimits.FaultOf(nameof(method.IdleTimeoutMs), method.IdleTimeoutMs))
        ?? ProblemOf(nameof(method.MaxFallbackPriceRatio), CallLimits.FaultOf(nameof(method.MaxFallbackPriceRatio), method.MaxFallbackPriceRatio))
        ?? ProblemOf(nameof(method.OnInterrupted), Enum.IsDefined(method.OnInterrupted) ? null : CallLimits.NoMember)
        ?? ProblemOf(method.Effort, method.ServiceTier, method.MaxOutputTokens, method.Temperature);

    /// <exception cref="ArgumentException">A value is outside of what the service takes.</exception>
    public static void Check(LlmCallOptions? options)
    {
        if (options is not null && ProblemOf(options) is { } problem)
        {
            throw new ArgumentException($"{nameof(LlmCallOptions)}.{problem}.", nameof(options));
        }
    }

    private static CallNeeds NeedsOf(EndpointMethod method, Effort? effort, double? temperature, int? maxOutputTokens, ServiceTier? tier) => new()
    {
        Streaming = method.Stream,
        Typed = method.Typed,
        Effort = effort is { } asked ? EffortWords.Of(asked) : null,
        Temperature = temperature,
        MaxOutputTokens = maxOutputTokens,
        ServiceTier = tier is { } chosen ? ServiceTierWords.Of(chosen) : null,
    };

    private static string? ProblemOf(LlmCallOptions options) =>
        ProblemOf(options.Effort, options.ServiceTier, options.MaxOutputTokens, options.Temperature)
        ?? (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds >= uint.MaxValue - 1)
            ? $"{nameof(options.Timeout)} must be longer than zero and at most 49 days"
            : options.Metadata is { } metadata && !Fits(metadata)
            ? $"{nameof(options.Metadata)} must have at most {MaxMetadataPairs} pairs, keys of up to {MaxMetadataKey} characters and values of up to {MaxMetadataValue}"
            : null);

    private static string? ProblemOf(Effort? effort, ServiceTier? tier, int? maxOutputTokens, double? temperature) =>
        ProblemOf(nameof(Effort), effort is { } asked && !Enum.IsDefined(asked) ? CallLimits.NoMember : null)
        ?? ProblemOf(nameof(ServiceTier), tier is { } chosen && !Enum.IsDefined(chosen) ? CallLimits.NoMember : null)
        ?? ProblemOf(nameof(MaxOutputTokens), CallLimits.FaultOf(nameof(MaxOutputTokens), maxOutputTokens))
        ?? ProblemOf(nameof(Temperature), CallLimits.FaultOf(nameof(Temperature), temperature));

    private static string? ProblemOf(string setting, string? fault) => fault is null ? null : $"{setting} {fault}";

    private static bool Fits(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Count <= MaxMetadataPairs
        && metadata.All(static pair => pair.Key.Length <= MaxMetadataKey && pair.Value?.Length <= MaxMetadataValue);

    private static TimeSpan? Milliseconds(int? value) => value is { } set ? TimeSpan.FromMilliseconds(set) : null;
}
