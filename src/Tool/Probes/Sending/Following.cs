using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Looks at something that runs, with growing pauses, as long as there is time. A look that fails is not the end of it.</summary>
internal sealed class Following(ProbeSession session, TimeProvider time, DateTimeOffset until, TimeSpan longestPause)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private TimeSpan _pause = FirstPause;

    public bool IsOver => time.GetUtcNow() >= until;

    /// <summary>Why the latest look failed; null if it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Waits and looks, again after looks that fail; null if the time is over.</summary>
    public async Task<ServiceReply?> NextAsync(string path)
    {
        while (!IsOver)
        {
            var left = until - time.GetUtcNow();
            await time.PauseAsync(_pause < left ? _pause : left, session.Cancellation);
            _pause = _pause * 2 < longestPause ? _pause * 2 : longestPause;
            try
            {
                var reply = await session.SendAsync(ServiceCall.Look(path));
                Problem = reply.IsSuccess && reply.Json() is not null ? null : FailureWords.Why(reply);
                if (Problem is null)
                {
                    return reply;
                }
            }
            catch (NotLearnedException exception)
            {
                Problem = exception.Message;
            }
        }

        return null;
    }
}
