namespace TypedLlm.Simulator;

/// <summary>Sends the events of an answer at the script's pace, with the script's defects.</summary>
internal sealed class EventStreamWriter(Exchange exchange, IReplySink sink, SimulatorOptions options) : IDisposable
{
    /// <summary>The lifecycle events come before anything of the answer.</summary>
    private const int LifecycleEvents = 2;

    private readonly EventFramer _framer = new(exchange.Reply.Stream);
    private readonly StreamScript _script = exchange.Reply.Stream;
    private readonly TimeSpan _eventDelay = exchange.Reply.Pace.EventDelay ?? options.EventDelay;
    private int _number;

    public void Dispose() => _framer.Dispose();

    /// <param name="answer">What the stream says.</param>
    /// <param name="ended">Is told when the answer is whole, before the client is.</param>
    public async Task WriteAsync(Answer answer, Action<DateTimeOffset> ended)
    {
        var events = new ResponseEvents(answer, options.Clock.GetUtcNow);
        await SendAsync(_framer.Preamble());
        var planned = 0;
        foreach (var next in events.All())
        {
            if (planned > 0 && _eventDelay > TimeSpan.Zero)
            {
                await exchange.DelayAsync(_eventDelay);
            }

            if (planned == LifecycleEvents)
            {
                await HoldContentBackAsync(events);
            }

            if (next.IsLast)
            {
                ended(options.Clock.GetUtcNow());
            }

            await SendScriptedAsync(next, planned++);
        }

        if (_script.Done)
        {
            await SendAsync(_framer.Done());
        }
    }

    private async Task SendScriptedAsync(StreamEvent next, int planned)
    {
        if (_script.UnknownEventsBefore.Contains(planned))
        {
            await SendEventAsync(Unknown(16));
        }

        if (_script.SkippedNumberAt == planned)
        {
            _number++;
        }

        if (_script.LostEvent == planned)
        {
            _number++;
            return;
        }

        if (_script.RepeatedEvent == planned)
        {
            await SendEventAsync(next);
            _number--;
        }

        await SendEventAsync(next, malformed: _script.MalformedEvent == planned);
    }

    private async Task HoldContentBackAsync(ResponseEvents events)
    {
        if (_script.OversizeLineBytes is { } bytes)
        {
            await SendEventAsync(Unknown(bytes));
        }

        if (exchange.Reply.Pace.FirstContentDelay is not { } delay)
        {
            return;
        }

        if (exchange.Reply.Pace.PingInterval is { } interval)
        {
            var waited = TimeSpan.Zero;
            while (delay == Timeout.InfiniteTimeSpan || waited + interval < delay)
            {
                await exchange.DelayAsync(interval);
                waited += interval;
                await PingAsync(events);
            }

            delay -= waited;
        }

        await exchange.DelayAsync(delay);
    }

    private ValueTask PingAsync(ResponseEvents events) => _script.Ping switch
    {
        PingKind.Lifecycle => SendEventAsync(events.InProgress),
        PingKind.Event => SendEventAsync(new StreamEvent("keepalive", static _ => { })),
        _ => SendAsync(_framer.Comment()),
    };

    private ValueTask SendEventAsync(StreamEvent next, bool malformed = false)
    {
        var bytes = _framer.Frame(next, _number, malformed);
        if (next.IsNumbered)
        {
            _number++;
        }

        return SendAsync(bytes, next);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, StreamEvent? sent = null)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        await sink.WriteAsync(bytes);
        if (sent is not null)
        {
            exchange.CountEvent(sent.IsDelta);
            await sink.EventSentAsync();
        }
    }

    private static StreamEvent Unknown(int bytes) =>
        new("response.simulator.unknown", json => json.WriteString("padding", new string('x', bytes)));
}
