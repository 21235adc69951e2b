using System.Net.ServerSentEvents;

namespace TypedLlm.Simulator.Tests;

/// <summary>Reads a stream event by event, so that a test can move the clock between two.</summary>
public sealed class EventReader(Stream stream) : IDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> _events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

    /// <summary>The next event; null at the end.</summary>
    public async Task<ReceivedEvent?> NextAsync() =>
        await _events.MoveNextAsync() ? new ReceivedEvent(_events.Current.EventType, _events.Current.Data, _events.Current.EventId) : null;

    /// <summary>All events up to the end.</summary>
    public async Task<IReadOnlyList<ReceivedEvent>> RestAsync()
    {
        var rest = new List<ReceivedEvent>();
        while (await NextAsync() is { } next)
        {
            rest.Add(next);
        }

        return rest;
    }

    public void Dispose() => stream.Dispose();
}
