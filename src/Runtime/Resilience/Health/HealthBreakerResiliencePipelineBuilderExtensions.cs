using System.Diagnostics.CodeAnalysis;
using Polly;

namespace TypedLlm.Resilience;

/// <summary>Adds the breaker to a pipeline.</summary>
internal static class HealthBreakerResiliencePipelineBuilderExtensions
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options carry no attributes that validation would reflect on.")]
    public static ResiliencePipelineBuilder AddHealthBreaker(this ResiliencePipelineBuilder builder, HealthBreakerStrategyOptions options) =>
        builder.AddStrategy(_ => new HealthBreakerStrategy(options), options);
}
