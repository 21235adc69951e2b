using System.Collections.Concurrent;
using System.Diagnostics;
using TypedLlm.Benchmarks.Clients;

namespace TypedLlm.Benchmarks.Works;

/// <summary>A number of streams that are kept running: a reader whose stream ends begins the next.</summary>
internal sealed class StreamLoad(ITextClient client, TimeSpan streamLength)
{
    private readonly List<Task> _readers = [];
    private volatile bool _stopping;

    /// <summary>The times to the first token of all streams begun since this was last cleared.</summary>
    public ConcurrentBag<TimeSpan> FirstTokens { get; } = [];

    /// <summary>Adds readers, spread over the length of a stream so that they do not begin and end in step, and waits until the last has begun.</summary>
    public async Task GrowToAsync(int readers)
    {
        var step = streamLength / (readers - _readers.Count);
        var started = Stopwatch.GetTimestamp();
        for (var added = 1; _readers.Count < readers; added++)
        {
            _readers.Add(Task.Run(ReadAsync));
            var early = (step * added) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early);
            }
        }

        await Task.Delay(streamLength / 2);
    }

    public async Task StopAsync()
    {
        _stopping = true;
        await Task.WhenAll(_readers);
    }

    private async Task ReadAsync()
    {
        while (!_stopping)
        {
            var started = Stopwatch.GetTimestamp();
            var first = true;
            await foreach (var _ in client.StreamAsync("Where is order 7?"))
            {
                if (first)
                {
                    FirstTokens.Add(Stopwatch.GetElapsedTime(started));
                    first = false;
                }
            }
        }
    }
}
