using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;
using TypedLlm.TypedAnswers;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.Registry;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.Telemetry;

namespace TypedLlm.Routing;

/// <summary>
/// One call: asks one target after the other until one answers, and keeps the ledger. Everything until an answer begins happens inside
/// <see cref="OpenAsync"/>; what happens to an opened answer is told to <see cref="RecoverAsync"/>, <see cref="Fail"/> or <see cref="CompleteAsync"/>.
/// </summary>
/// <remarks>State machines are pooled all the way down to the transport: a call passes a dozen of them, which would be a fifth of its bytes.</remarks>
internal sealed class CallExecution : IAsyncDisposable
{
    private readonly RuntimeCore _core;
    private readonly ChainPlan _plan;
    private readonly CallSettings _settings;
    private readonly CallDeadline _deadline;
    private readonly CallRoute _route;
    private readonly AnswerFormat? _format;
    private readonly Action<LlmResult<string>>? _onCompleted;
    private RequestBody? _body;
    private ReadOnlyMemory<byte> _request;
    private RunningAttempt? _attempt;
    private AnswerStream? _stream;
    private AnswerCorrection? _correction;
    private Failure? _lastFailure;
    private FailureVerdict _lastVerdict;

    public CallExecution(RuntimeCore core, ChainPlan plan, CallSettings settings, RequestBody body, CallDeadline deadline, AnswerFormat? format, Action<LlmResult<string>>? onCompleted)
    {
        _core = core;
        _plan = plan;
        _settings = settings;
        _body = body;
        _deadline = deadline;
        _format = format;
        _onCompleted = onCompleted;
        var now = core.Time.GetUtcNow();
        _route = new CallRoute(plan, settings.Needs, CatalogDate.From(now), now);
    }

    /// <summary>Whether the deadline passed or the caller cancelled.</summary>
    public bool IsCancelled => _deadline.Token.IsCancellationRequested;

    /// <summary>The id of the model that is asked, as it is sent.</summary>
    public string RequestedModel => _route.Current.Id;

    /// <summary>What was handed out of the answer that was opened last, for the exception that may end the call; without that, what it says as a whole.</summary>
    public string? PartialText { private get; set; }

    /// <summary>Asks until an answer begins.</summary>
    /// <exception cref="LlmException">No target is left, or the deadline passed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<OpenedAnswer> OpenAsync()
    {
        try
        {
            while (_route.MoveNext())
            {
                if (await TryOpenAsync().ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (IsCancelled)
        {
            throw GiveUp();
        }

        throw Failed();
    }

    /// <summary>An opened answer broke of which nothing counts any more: goes to the target that is asked next.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="response">The answer, if it ended.</param>
    /// <param name="wasSeen">Whether the caller has seen some of it; then another target is better than the same again.</param>
    /// <returns>The attempt that broke.</returns>
    /// <exception cref="LlmException">No target may be asked, or the deadline passed.</exception>
    public async ValueTask<LlmAttempt> RecoverAsync(Failure failure, ResponseSnapshot? response = null, bool wasSeen = false)
    {
        ThrowIfChecksWereCancelled(failure);
        try
        {
            var verdict = FailureClassifier.Classify(failure);
            if (verdict.Repeat == Repeat.Corrected && response!.Text.Length > AnswerLimits.Corrected)
            {
                verdict = verdict with { Repeat = Repeat.Never };
            }

            return await SettleAsync(failure, wasSeen ? verdict.PreferringNext() : verdict, response).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (IsCancelled)
        {
            throw GiveUp();
        }
    }

    /// <summary>Tells that no request follows the one that was answered: a stream of an hour need not keep the memory of its prompt.</summary>
    public void ReleaseRequest()
    {
        _body?.Dispose();
        _body = null;
        _request = default;
    }

    /// <summary>An opened answer broke and cannot be replaced, because some of it was handed out.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="response">The answer, if it ended.</param>
    /// <param name="mayRestart">Whether it could be replaced, if the endpoint allowed that.</param>
    public LlmException Fail(Failure failure, ResponseSnapshot? response = null, bool mayRestart = false)
    {
        ThrowIfChecksWereCancelled(failure);
        var verdict = FailureClassifier.Classify(failure);
        Record(failure, verdict, response);
        return Exception(verdict.Kind, verdict.Advance == Advance.Stop ? null : FailureText.AfterHandingOut(verdict.Kind, mayRestart));
    }

    /// <summary>A check that the caller has told to stop says nothing of the answer.</summary>
    private void ThrowIfChecksWereCancelled(Failure failure)
    {
        if (IsCancelled && failure.Invalid?.GetCause() is OperationCanceledException)
        {
            throw GiveUp();
        }
    }

    /// <summary>The call was cancelled while an attempt ran. Returns what the caller gets if it was the deadline.</summary>
    /// <exception cref="OperationCanceledException">It was the caller.</exception>
    public LlmException GiveUp()
    {
        var byCaller = _deadline.IsCancelledByCaller;
        if (_attempt is { } attempt)
        {
            _attempt = null;
            if (attempt.IsStarted)
            {
                _route.Ledger.Add(attempt.GiveUp(byCaller), degrades: true);
            }
        }

        _deadline.ThrowIfCancelledByCaller();
        return Exception(LlmFailureKind.DeadlineExceeded);
    }

    /// <summary>An opened answer is whole, and of the type that was asked for.</summary>
    public async ValueTask<LlmResult<T>> CompleteAsync<T>(ResponseSnapshot response, ParsedAnswer<T> answer)
    {
        _route.Ledger.Add(_attempt!.Succeed(response));
        _attempt = null;
        await CloseAsync().ConfigureAwait(false);
        var attempts = _route.Ledger.ToList();
        if (_route.Ledger.IsDegraded && _core.Logger.IsEnabled(LogLevel.Warning))
        {
            _core.Logger.CallDegraded(_plan.Name, attempts[^1].Model, FailureText.Of(attempts));
        }

        if (answer.Warnings.Count > 0 && _core.Logger.IsEnabled(LogLevel.Warning))
        {
            _core.Logger.AnswerDoubted(_plan.Name, attempts[^1].Model, string.Join(", ", answer.Warnings.Select(static warning => warning.Path)));
        }

        var result = ResultOf(response, answer, attempts);
        _onCompleted?.Invoke(result as LlmResult<string> ?? ResultOf(response, new ParsedAnswer<string>(response.Text, answer.Warnings), attempts));
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (_attempt is { } attempt)
        {
            // The reader went away in the middle of an answer.
            _attempt = null;
            if (attempt.IsStarted)
            {
                attempt.GiveUp(byCaller: true);
            }
        }

        await CloseAsync().ConfigureAwait(false);
        _deadline.Dispose();
        ReleaseRequest();
    }

    private ValueTask CloseAsync()
    {
        var stream = _stream;
        _stream = null;
        return stream?.DisposeAsync() ?? default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OpenedAnswer?> TryOpenAsync()
    {
        var target = _route.Current;
        Credential credential;
        try
        {
            credential = await target.Provider.Credentials.GetAsync(_deadline.Token).ConfigureAwait(false);
        }
        catch (AttemptFailedException exception)
        {
            await SettleAsync(exception.Failure, FailureClassifier.Classify(exception.Failure), response: null).ConfigureAwait(false);
            return null;
        }

        var access = credential.Model(target.Id);
        var mode = _format is null ? AnswerMode.Text : access.ModeFor(target.Facts, _format, _route.Suspected);
        var attempt = new RunningAttempt(target, credential.Transport, access, _plan.Method.Stream && !access.MayNotStream, _format, mode, _core.Time);
        if (!TryWrite(attempt))
        {
            var tooLarge = new Failure(FailureSource.TooLarge);
            await SettleAsync(tooLarge, FailureClassifier.Classify(tooLarge), response: null).ConfigureAwait(false);
            return null;
        }

        _attempt = attempt;
        var outcome = await ExecuteAsync(attempt).ConfigureAwait(false);
        switch (outcome.Exception)
        {
            case null:
                if (_route.Suspected != RefusedForms.None)
                {
                    attempt.Remember(_route.Suspected, _route.SuspectedKeyword, _core.Logger);
                }

                _stream = attempt.Stream = outcome.Result.Stream;
                PartialText = null;
                return outcome.Result;

            case TargetRefusedException refused:
                _attempt = null;
                _route.SkipUnwell(refused.Refusal);
                return null;

            case AttemptFailedException failed:
                var failure = failed.Failure with { AsksFormat = attempt.Mode is AnswerMode.Schema or AnswerMode.JsonObject };
                await SettleAsync(failure, FailureClassifier.Classify(failure), response: null).ConfigureAwait(false);
                return null;

            default:
                outcome.ThrowIfException();
                return null;
        }
    }

    /// <summary>Writes the request of an attempt; false if it is larger than any service takes, with what an attempt adds to the prompt.</summary>
    private bool TryWrite(RunningAttempt attempt)
    {
        try
        {
            _body!.Follow(attempt.Mode > AnswerMode.Schema ? _format : null, _route.WasCorrected ? _correction : null);
            _request = _body.WithHead(_settings.HeadFor(attempt.Target.WireName, attempt.IsStreamed, _plan.Method.Store) with { Format = _format, Mode = attempt.Mode });
            return true;
        }
        catch (PromptTooLargeException)
        {
            return false;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<OpenedAnswer>> ExecuteAsync(RunningAttempt attempt)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, _deadline.Token);
        try
        {
            if (_route.IsLastResort)
            {
                context.Properties.Set(HealthBreakerStrategyOptions.Early, true);
            }

            var outcome = await attempt.Channel.Pipeline.ExecuteOutcomeAsync(SendAsync, context, this).ConfigureAwait(false);
            attempt.Admission = context.Properties.GetValue(HealthBreakerStrategyOptions.Admission, null);
            return outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nothing is swallowed: the outcome carries the exception past the breaker, which has to see it.")]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome<OpenedAnswer>> SendAsync(ResilienceContext context, CallExecution call)
    {
        try
        {
            return Outcome.FromResult(await call.SendAsync(context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<OpenedAnswer>(exception);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OpenedAnswer> SendAsync(CancellationToken cancellationToken)
    {
        var attempt = _attempt!;
        var target = attempt.Target;
        if (!_route.WasAsked)
        {
            attempt.Access.Budget.Deposit();
        }

        _route.CountRequest();
        attempt.Start(_plan.Name, _settings, _route.Sent);

        // A unary reply has no headers before the model is done, so the deadline alone can tell that it is late.
        var headers = attempt.IsStreamed ? _core.Timers.Headers : Timeout.InfiniteTimeSpan;
        var timers = EffortTimers.Of(target.Facts, _settings.Effort, _request.Length, _settings.FirstContent, _settings.Idle, headers);
        return attempt.IsStreamed
            ? new(await Attempt.OpenAsync(attempt.Transport, _request, timers, _core.Time, cancellationToken).ConfigureAwait(false), null)
            : new(null, await Attempt.CallAsync(attempt.Transport, _request, timers, _core.Time, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Decides what follows a failure: the same target, the next one, or the end of the call.</summary>
    private async ValueTask<LlmAttempt> SettleAsync(Failure failure, FailureVerdict verdict, ResponseSnapshot? response)
    {
        var attempt = _attempt;
        var entry = Record(failure, verdict, response);
        await CloseAsync().ConfigureAwait(false);
        _route.Learn(verdict);
        if (attempt is not null && await RepeatPolicy.AllowsAsync(_core, _route, _deadline, attempt, failure, verdict).ConfigureAwait(false))
        {
            var corrected = verdict.Repeat == Repeat.Corrected;
            if (corrected)
            {
                _correction = new AnswerCorrection(response!.Text, failure.Invalid!.Correction);
            }

            _route.Stay(corrected);
        }
        else if (verdict.Advance == Advance.Stop)
        {
            throw Failed();
        }

        return entry;
    }

    private LlmAttempt Record(Failure failure, in FailureVerdict verdict, ResponseSnapshot? response)
    {
        _lastFailure = failure;
        _lastVerdict = verdict;
        PartialText ??= response?.TextOrRefusal;
        var entry = _attempt?.Fail(failure, verdict, response) ?? new LlmAttempt(_route.Current.Id, AttemptOutcome.Failed)
        {
            Failure = verdict.Kind,
            Reason = FailureText.What(verdict.Kind),
            StartedAt = _core.Time.GetUtcNow(),
        };
        _attempt = null;
        _route.Ledger.Add(entry, degrades: true);
        _core.Logger.Unavailable(_route.Current.Id, _route.Current.Provider.Name, verdict);
        return entry;
    }

    private LlmResult<T> ResultOf<T>(ResponseSnapshot response, ParsedAnswer<T> answer, IReadOnlyList<LlmAttempt> attempts) =>
        new(answer.Value, response.Model.Length > 0 ? response.Model : RequestedModel)
        {
            Usage = response.Usage,
            TotalUsage = _route.Ledger.Usage(),
            Cost = _route.Ledger.Cost(),
            FinishReason = FinishReason.Stop,
            ServiceTier = response.ServiceTier,
            ResponseId = attempts[^1].ResponseId,
            Attempts = attempts,
            Warnings = answer.Warnings,
        };

    private LlmException Failed() => Exception(_lastFailure is null ? LlmFailureKind.NoEligibleModel : _lastVerdict.Kind);

    private LlmException Exception(LlmFailureKind kind, string? advice = null)
    {
        var attempts = _route.Ledger.ToList();
        if (_core.Logger.IsEnabled(LogLevel.Error))
        {
            _core.Logger.CallFailed(_plan.Name, kind, FailureText.Of(attempts));
        }

        return new LlmException(kind, FailureText.Of(_plan.Name, kind, attempts, _lastFailure?.Invalid, advice), PartialText, _lastFailure?.Message, _lastFailure?.Shown)
        {
            Attempts = attempts,
            TotalUsage = _route.Ledger.Usage(),
            Cost = _route.Ledger.Cost(),
            RetryAfter = _lastVerdict.RetryAfter,
        };
    }
}
