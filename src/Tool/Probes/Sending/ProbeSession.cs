using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Sends the requests of one probe: in turn with those of others, again where that helps, and counting what they cost and say.</summary>
internal sealed class ProbeSession(ProviderAccess access, ProbePayment payment, RepeatRules repeats, TimeProvider time, CancellationToken cancellationToken)
{
    private const int Conflict = 409;

    public CancellationToken Cancellation => cancellationToken;

    /// <summary>Whether it only removes what was made: that goes on where probing has no use.</summary>
    public bool IsCleanUp { get; init; }

    /// <summary>What the answers so far say about the account's limits.</summary>
    public RateLimits? Limits { get; private set; }

    /// <summary>The id of the latest answer that has one.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Sends until there is an answer that says something: a success, or an error that would only come again.</summary>
    /// <exception cref="NotLearnedException">There is none.</exception>
    public Task<ServiceReply> SendAsync(ServiceCall call) =>
        RepeatAsync(
            call,
            token => access.Client.SendAsync(call.Method, call.Path, call.Content?.Invoke(), token, IsCleanUp ? CleanUp.Patience : null),
            static reply => reply,
            cancellationToken);

    /// <summary>Posts, and reads the answer while it arrives.</summary>
    /// <exception cref="NotLearnedException">There is none.</exception>
    public Task<StreamedReply> StreamAsync(ServiceCall call, Func<HttpResponseMessage, CancellationToken, Task<StreamedReply>> read) =>
        RepeatAsync(call, token => access.Client.PostAsync(call.Path, call.Content!(), read, token), static streamed => streamed.Reply, cancellationToken);

    /// <summary>
    /// Posts what makes something at the provider. Once it is sent, cancelling does not cut it off: it ends by the client's own timer, so
    /// that the id of what was made becomes known and it can be removed.
    /// </summary>
    /// <exception cref="NotLearnedException">There is no answer that says something.</exception>
    public async Task<ServiceReply> CreateAsync(CreatedResources created, ResourceKind kind, ServiceCall call)
    {
        var reply = await RepeatAsync(
            call,
            async _ =>
            {
                var doubt = created.Doubt(kind);
                try
                {
                    var reply = await access.Client.SendAsync(call.Method, call.Path, call.Content?.Invoke(), CancellationToken.None);
                    created.Settle(doubt, reply);
                    return reply;
                }
                catch (ServiceException exception) when (!exception.WasSent)
                {
                    created.Settle(doubt);
                    throw;
                }
            },
            static reply => reply,
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reply;
    }

    /// <summary>Adds what an answer was charged for.</summary>
    public void Pay(LlmUsage? usage, string? tier, bool isBatch = false) => payment.Add(usage, tier, isBatch);

    /// <summary>Takes an error that came inside an answer; some say that no other probe of this provider can learn anything.</summary>
    /// <exception cref="NotLearnedException">It says so.</exception>
    public void Judge(Failure failure)
    {
        var verdict = FailureClassifier.Classify(failure);
        ThrowIfHopeless(verdict, $"{FailureText.What(verdict.Kind)} ({ServiceWord.OrNull(failure.Code ?? failure.Type) ?? "without a code"})");
    }

    private async Task<T> RepeatAsync<T>(
        ServiceCall call, Func<CancellationToken, Task<T>> send, Func<T, ServiceReply> replyOf, CancellationToken token)
    {
        for (var count = 0; ; count++)
        {
            ThrowIfClosed(call);
            var (answer, failure, words) = await TryAsync(call, send, replyOf, token);
            if (failure is null)
            {
                return answer!;
            }

            var verdict = FailureClassifier.Classify(failure);
            ThrowIfHopeless(verdict, words);
            var delay = repeats.DelayBefore(failure, verdict, count);
            if (IsAnswer(failure, verdict))
            {
                return answer!;
            }

            if (delay is not { } wait || (MayHaveActed(failure) && (call.IsUnfindable || (call.IsBilled && !payment.TryRepeat()))))
            {
                throw new NotLearnedException(count == 0 ? words : $"{words}, also after {count} {(count == 1 ? "repeat" : "repeats")}")
                {
                    IsUnreachable = failure.Status is null or >= 500,
                };
            }

            if (verdict.Kind == LlmFailureKind.RateLimited)
            {
                access.Gate.PauseFor(wait);
            }

            await time.PauseAsync(wait, token);
        }
    }

    private async Task<(T? Answer, Failure? Failure, string Words)> TryAsync<T>(
        ServiceCall call, Func<CancellationToken, Task<T>> send, Func<T, ServiceReply> replyOf, CancellationToken token)
    {
        using var turn = IsCleanUp ? await access.Gate.EnterCleanUpAsync(token) : await access.Gate.EnterAsync(token);
        ThrowIfClosed(call);
        var start = time.GetTimestamp();
        try
        {
            var answer = await send(token);
            var reply = replyOf(answer);
            RequestId = ServiceWord.OrNull(reply.RequestId) ?? RequestId;
            Limits = RateLimitHeaders.Read(reply, time.GetElapsedTime(start)) ?? Limits;
            if (reply.IsSuccess)
            {
                return (answer, null, "");
            }

            var failure = reply.ToFailure(time);
            failure = failure with { RetryAfter = failure.RetryAfter ?? RateLimitHeaders.ResetOf(reply) };
            return (answer, failure, FailureWords.Of(FailureClassifier.Classify(failure).Kind, reply));
        }
        catch (ServiceException exception)
        {
            return (default, exception.ToFailure(), exception.Message);
        }
    }

    /// <summary>Errors of the request itself are for the probe to judge. A conflict is one: only ending what has ended gives it.</summary>
    private static bool IsAnswer(Failure failure, FailureVerdict verdict) =>
        failure.Status is { } status
        && (status == Conflict || (status is >= 300 and < 500 and not 408 && verdict.Kind is not (LlmFailureKind.RateLimited or LlmFailureKind.RequestTooLarge)));

    /// <summary>A service that fails on the way may have done what was asked.</summary>
    private static bool MayHaveActed(Failure failure) =>
        failure.Status is { } status ? status is 408 or >= 500 : failure.Source != FailureSource.Connect;

    private void ThrowIfClosed(ServiceCall call)
    {
        if (!IsCleanUp && !call.IsLook && access.Gate.Closed is { } reason)
        {
            throw new NotLearnedException($"{FailureWords.NotTried}{reason}");
        }
    }

    /// <summary>A key or an account that is refused as a whole is so for every model, and asking on may have it locked.</summary>
    private void ThrowIfHopeless(FailureVerdict verdict, string words)
    {
        if (verdict.Kind is LlmFailureKind.Authentication or LlmFailureKind.QuotaExceeded or LlmFailureKind.RegionNotSupported)
        {
            access.Close(words);
            throw new NotLearnedException(words);
        }
    }
}
