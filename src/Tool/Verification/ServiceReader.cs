using TypedLlm.Resilience;
using TypedLlm.Tool.Service;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Verification;

/// <summary>Reads from a service, again where the running app would ask again, and no more often than a few times.</summary>
internal sealed class ServiceReader(ServiceClient client, TimeProvider time)
{
    private const int MaxRequests = 4;

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    private readonly Backoff _backoff = new(new Random(Environment.ProcessId));

    /// <summary>The last answer.</summary>
    /// <exception cref="ServiceException">There is none.</exception>
    public async Task<ServiceReply> GetAsync(string path, CancellationToken cancellationToken)
    {
        for (var repeats = 0; ; repeats++)
        {
            TimeSpan? delay;
            try
            {
                var reply = await client.SendAsync(HttpMethod.Get, path, content: null, cancellationToken);
                delay = reply.IsSuccess ? null : DelayOf(reply.ToFailure(time), repeats);
                if (delay is null)
                {
                    return reply;
                }
            }
            catch (ServiceException exception)
            {
                delay = DelayOf(new Failure(NetworkFault.Classify(exception) ?? FailureSource.ConnectionLost) { Exception = exception }, repeats);
                if (delay is null)
                {
                    throw;
                }
            }

            await Task.Delay(delay.Value, time, cancellationToken);
        }
    }

    /// <summary>How long to wait before the repeat; null if there is none.</summary>
    private TimeSpan? DelayOf(Failure failure, int repeats)
    {
        var verdict = FailureClassifier.Classify(failure);

        // The app goes on to another model where a rate limit says nothing of when; here there is no other.
        var mayRepeat = verdict.Repeat != Repeat.Never || (verdict.Kind == LlmFailureKind.RateLimited && failure.ShouldRetry is null);
        if (!mayRepeat || repeats + 1 >= MaxRequests || verdict.RetryAfter > MaxDelay)
        {
            return null;
        }

        var delay = verdict.RetryAfter ?? _backoff.Next(repeats);
        return delay < verdict.MinimumDelay ? verdict.MinimumDelay : delay;
    }
}
