using Polly;
using TypedLlm.Resilience;

namespace TypedLlm.Registry;

/// <summary>One way to ask one model under one credential, streamed or unary: its health and the breaker over it.</summary>
internal sealed class ModelChannel
{
    public ModelChannel(Circuit credential, BreakerOptions options, TimeProvider time)
    {
        Health = new ModelHealth(credential, options, time);
        Pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddHealthBreaker(new HealthBreakerStrategyOptions { Health = Health, Judge = Judge })
            .Build();
    }

    public ModelHealth Health { get; }

    public ResiliencePipeline Pipeline { get; }

    private static FailureVerdict? Judge(Exception exception) =>
        exception is AttemptFailedException failed ? FailureClassifier.Classify(failed.Failure) : null;
}
