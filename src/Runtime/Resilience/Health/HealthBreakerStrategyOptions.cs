using Polly;

namespace TypedLlm.Resilience;

/// <summary>What a <see cref="HealthBreakerStrategy"/> works on.</summary>
internal sealed class HealthBreakerStrategyOptions : ResilienceStrategyOptions
{
    /// <summary>Asks for a probe although the model is still cooling down.</summary>
    public static readonly ResiliencePropertyKey<bool> Early = new("typedllm.early");

    /// <summary>What the attempt was admitted as; unset once the strategy itself has reported the end of the attempt.</summary>
    public static readonly ResiliencePropertyKey<Admission?> Admission = new("typedllm.admission");

    public HealthBreakerStrategyOptions() => Name = "HealthBreaker";

    public required ModelHealth Health { get; init; }

    /// <summary>What an exception means for the health; null if it means nothing.</summary>
    public required Func<Exception, FailureVerdict?> Judge { get; init; }
}
