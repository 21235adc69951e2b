using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Looks at something that runs, with growing pauses, as long as there is time. A look that fails is not the end of it.</summary>
internal sealed class Following(ProbeSession session, TimeProvider time, DateTimeOffset until, TimeSpan longestPause)
{
    private const int MaxFailedLooks = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private TimeSpan _pause = FirstPause;
    private int _failedLooks;

    public bool IsOver => time.GetUtcNow() >= until;

    /// <summary>Waits and looks; null if the time is over.</summary>
    /// <exception cref="NotLearnedException">It could not be looked at several times.</exception>
    public async Task<ServiceReply?> NextAsync(string path)
    {
        while (!IsOver)
        {
            var left = until - time.GetUtcNow();
            await Task.Delay(_pause < left ? _pause : left, time, session.Cancellation);
            _pause = _pause * 2 < longestPause ? _pause * 2 : longestPause;
            try
            {
                var reply = await session.SendAsync(new ServiceCall(HttpMethod.Get, path));
                if (reply.IsSuccess && reply.Json() is not null)
                {
                    _failedLooks = 0;
                    return reply;
                }

                Count(FailureWords.Facts(reply));
            }
            catch (NotLearnedException exception)
            {
                Count(exception.Message);
            }
        }

        return null;
    }

    private void Count(string reason)
    {
        if (++_failedLooks >= MaxFailedLooks)
        {
            throw new NotLearnedException($"it cannot be followed: {reason}");
        }
    }
}
