using TypedLlm.Resilience;

namespace TypedLlm.Tool.Probes;

/// <summary>Whether and when a request is sent again. The runtime's classifier decides what a failure means; a probe has no other model to go to.</summary>
internal sealed class RepeatRules(Backoff backoff, int maxRepeats)
{
    /// <summary>Waits that the service asks for beyond this are not worth it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <param name="failure">What failed.</param>
    /// <param name="verdict">What it means.</param>
    /// <param name="repeats">How often it was sent again already.</param>
    /// <returns>The delay; null to give up.</returns>
    public TimeSpan? DelayBefore(Failure failure, FailureVerdict verdict, int repeats)
    {
        var isWorthIt = verdict.Repeat is Repeat.AtOnce or Repeat.AfterDelay or Repeat.WhenLast || verdict.Kind == LlmFailureKind.RateLimited;
        if (!isWorthIt || repeats >= maxRepeats || failure.ShouldRetry == false || failure.RetryAfter > LongestWait)
        {
            return null;
        }

        var delay = failure.RetryAfter ?? backoff.Next(repeats);
        return delay > verdict.MinimumDelay ? delay : verdict.MinimumDelay;
    }
}
