using Microsoft.Extensions.Logging;
using TypedLlm.Chains;
using TypedLlm.Registry;
using TypedLlm.Resilience;
using TypedLlm.Telemetry;

namespace TypedLlm.Routing;

/// <summary>Decides whether the target that just failed is asked once more, and waits before it says so.</summary>
internal static class RepeatPolicy
{
    public static ValueTask<bool> AllowsAsync(
        RuntimeCore core, CallRoute route, CallDeadline deadline, RunningAttempt attempt, Failure failure, in FailureVerdict verdict)
    {
        if (verdict.Repeat == Repeat.AsUnary)
        {
            return new(AllowsUnary(core, route, attempt));
        }

        if (verdict.Repeat is Repeat.AsWeakerDemand or Repeat.WithoutSchema)
        {
            DemandLess(core, route, attempt, failure, verdict.Repeat);
            return new(true);
        }

        // The service is well, so neither budget nor backoff count.
        if (verdict.Repeat == Repeat.Corrected)
        {
            return new(!route.WasCorrected && route.MayRepeat(attempt.IsStreamed));
        }

        if (verdict.Repeat == Repeat.Never
            || route.HasRepeated
            || !route.MayRepeat(attempt.IsStreamed)
            || (verdict.Repeat == Repeat.WhenLast && route.HasLater(attempt.IsStreamed))
            || DelayOf(core, route, deadline, verdict) is not { } delay
            || !attempt.Access.Budget.TryDraw())
        {
            return new(false);
        }

        return delay == TimeSpan.Zero ? new(true) : WaitAsync(delay, core.Time, deadline.Token);
    }

    /// <summary>A stream was refused: the same target may still answer whole, now and in later calls.</summary>
    private static bool AllowsUnary(RuntimeCore core, CallRoute route, RunningAttempt attempt)
    {
        if (attempt.IsStreamed && attempt.Access.ForbidStreaming())
        {
            core.Logger.StreamingForbidden(attempt.Target.Id);
        }

        return attempt.IsStreamed && route.MayRepeat(stream: false);
    }

    /// <summary>
    /// A form of the answer was refused: the same target may still answer in a weaker one. Words alone may quote the prompt, so what they tell holds for this
    /// call until the weaker request was accepted; what the service names is remembered at once. A refused form costs nothing, so it counts as no attempt.
    /// </summary>
    private static void DemandLess(RuntimeCore core, CallRoute route, RunningAttempt attempt, Failure failure, Repeat repeat)
    {
        var refused = attempt.Mode != AnswerMode.Schema ? RefusedForms.JsonMode
            : repeat == Repeat.WithoutSchema ? RefusedForms.OneSchema
            : RefusedForms.Schemas;
        var keyword = FormatRefusal.KeywordIn(failure.Message);
        if (FormatRefusal.IsNamed(failure))
        {
            attempt.Remember(refused, keyword, core.Logger);
        }
        else
        {
            route.Suspect(refused, keyword);
        }

        route.Uncount();
    }

    /// <summary>The delay before the repeat. Null if it is longer than the call or the settings allow.</summary>
    private static TimeSpan? DelayOf(RuntimeCore core, CallRoute route, CallDeadline deadline, in FailureVerdict verdict)
    {
        if (verdict.Repeat == Repeat.AtOnce)
        {
            return TimeSpan.Zero;
        }

        if (verdict.RetryAfter > core.Retry.MaxRetryAfter)
        {
            return null;
        }

        // The more requests a call has sent in vain, the longer it waits.
        var delay = verdict.RetryAfter ?? core.Backoff.Next(route.Sent - 1);
        delay = delay < verdict.MinimumDelay ? verdict.MinimumDelay : delay;
        return delay < deadline.Remaining ? delay : null;
    }

    private static async ValueTask<bool> WaitAsync(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
