using System.Security.Cryptography;
using TypedLlm.Resilience;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Verification;

/// <summary>Reads from a service, again where that helps, and no more often than a few times.</summary>
internal sealed class ServiceReader(ServiceClient client, TimeProvider time)
{
    private const int MaxRepeats = 3;

    private readonly RepeatRules _repeats = new(new Backoff(new Random(RandomNumberGenerator.GetInt32(int.MaxValue))), MaxRepeats);

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
                delay = reply.IsSuccess ? null : DelayBefore(reply.ToFailure(time), repeats);
                if (delay is null)
                {
                    return reply;
                }
            }
            catch (ServiceException exception)
            {
                delay = DelayBefore(exception.ToFailure(), repeats);
                if (delay is null)
                {
                    throw;
                }
            }

            await Task.Delay(delay.Value, time, cancellationToken);
        }
    }

    private TimeSpan? DelayBefore(Failure failure, int repeats) => _repeats.DelayBefore(failure, FailureClassifier.Classify(failure), repeats);
}
