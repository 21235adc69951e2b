using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>
/// Sits between the HTTP client and the runtime and knows what the runtime has read: a test may move the clock only when
/// the runtime has taken all that was sent and waits for more, or the timer that fires would not be the one it meant.
/// </summary>
internal sealed class ReadProbe(ManualClock clock) : DelegatingHandler
{
    private readonly Lock _lock = new();
    private readonly List<ProbedStream> _streams = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Source)> _waiters = [];

    /// <summary>
    /// Waits until the runtime has read that many server-sent events of a reply (counted from 1), asks for more, and has armed the timer
    /// of this wait, which is due in exactly <paramref name="dueIn"/>.
    /// </summary>
    public async Task WaitForStallAsync(int reply, int events, TimeSpan dueIn)
    {
        var armings = 0L;
        await WaitAsync(() =>
        {
            var stream = _streams.ElementAtOrDefault(reply - 1);
            armings = stream?.ArmingsBeforeRead ?? 0;
            return stream is { IsReading: true } && stream.Events == events;
        });
        await clock.WaitForTimerAsync(timer => timer.DueIn == dueIn && timer.Arming >= armings, $"due in {dueIn} and armed after event {events}");
    }

    /// <summary>Waits until the runtime has read more than so many events of a reply and asks for the next; gives their number.</summary>
    public async Task<int> WaitForMoreEventsAsync(int reply, int than, CancellationToken cancellationToken)
    {
        var events = 0;
        await WaitAsync(() =>
        {
            var stream = _streams.ElementAtOrDefault(reply - 1);
            events = stream?.Events ?? 0;
            return stream is { IsReading: true } && events > than;
        }, cancellationToken);
        return events;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var stream = new ProbedStream(await response.Content.ReadAsStreamAsync(cancellationToken), this, clock);
        lock (_lock)
        {
            _streams.Add(stream);
        }

        response.Content = Copy(response.Content, stream);
        return response;
    }

    internal void Update(Action change)
    {
        lock (_lock)
        {
            change();
            foreach (var waiter in _waiters)
            {
                if (waiter.Condition())
                {
                    waiter.Source.TrySetResult();
                }
            }
        }
    }

    private static StreamContent Copy(HttpContent content, Stream stream)
    {
        var copy = new StreamContent(stream);
        foreach (var header in content.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }

    private async Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken = default)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (condition())
            {
                return;
            }

            _waiters.Add((condition, source));
        }

        await source.Task.WaitAsync(Guards.Hang, cancellationToken);
    }
}
