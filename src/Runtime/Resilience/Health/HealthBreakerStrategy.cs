using System.Runtime.CompilerServices;
using Polly;

namespace TypedLlm.Resilience;

/// <summary>
/// A circuit breaker over the health of a model. It reports failures of the execution; a success it leaves to the caller, because an
/// execution ends with the first content and a model is well only when its answer has ended well.
/// </summary>
internal sealed class HealthBreakerStrategy(HealthBreakerStrategyOptions options) : ResilienceStrategy
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var early = context.Properties.GetValue(HealthBreakerStrategyOptions.Early, false);
        if (options.Health.TryAdmit(early, out var refusal) is not { } admission)
        {
            return Outcome.FromException<TResult>(new TargetRefusedException(refusal));
        }

        var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        if (outcome.Exception is null)
        {
            context.Properties.Set(HealthBreakerStrategyOptions.Admission, admission);
        }
        else if (options.Judge(outcome.Exception) is { } verdict)
        {
            options.Health.Failed(admission, verdict);
        }
        else
        {
            options.Health.Release(admission);
        }

        return outcome;
    }
}
