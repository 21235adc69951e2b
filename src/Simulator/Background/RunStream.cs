namespace TypedLlm.Simulator;

/// <summary>The events of a background run, live or again. Each is due at a moment of the run; the stream waits for it on the clock.</summary>
internal sealed class RunStream(Exchange exchange, ResponseRun run, SimulatorOptions options, bool includeObfuscation)
{
    /// <summary>Created and queued are due at once, in_progress when the run leaves the queue.</summary>
    private const int Starting = 2;

    private readonly IReadOnlyList<StreamEvent> _events = [.. new ResponseEvents(
        run.Answer with { Request = run.Answer.Request with { IncludeObfuscation = includeObfuscation } }, () => run.EndsAt).All()];

    public async Task SendAsync(int first)
    {
        using var framer = new EventFramer(exchange.Reply.Stream);
        var sink = exchange.OpenSink();
        exchange.Status = StatusCodes.Status200OK;
        await sink.StartAsync(StatusCodes.Status200OK, exchange.Headers("text/event-stream; charset=utf-8"));

        // Even if it is empty: whoever resumes a stream sees its headers before its first event.
        await sink.WriteAsync(framer.Preamble());
        var number = first;
        while (await NextAsync(number) is { } next)
        {
            await sink.WriteAsync(framer.Frame(next, number++));
            exchange.CountEvent(next.IsDelta);
            await sink.EventSentAsync();
        }

        await sink.EndAsync();
    }

    /// <summary>Waits until the event is due; null when there is none.</summary>
    private async Task<StreamEvent?> NextAsync(int number)
    {
        while (true)
        {
            var now = options.Clock.GetUtcNow();
            if (run.CancelledAt is { } cancelledAt)
            {
                var sent = Enumerable.Range(0, _events.Count).TakeWhile(index => DueAt(index) <= cancelledAt).Count();
                return number < sent ? _events[number] : number == sent ? Cancelled() : null;
            }

            if (number >= _events.Count)
            {
                return null;
            }

            if (DueAt(number) <= now)
            {
                return _events[number];
            }

            using var wait = CancellationTokenSource.CreateLinkedTokenSource(exchange.Closed);
            await Task.WhenAny(Task.Delay(SimulatedTime.Until(DueAt(number), now), options.Clock, wait.Token), run.Changed);
            await wait.CancelAsync();
            exchange.Closed.ThrowIfCancellationRequested();
        }
    }

    private DateTimeOffset DueAt(int number) => number < Starting
        ? run.Answer.CreatedAt
        : SimulatedTime.Between(run.StartsAt, run.EndsAt, number - Starting, _events.Count - 1 - Starting);

    private StreamEvent? Cancelled() => run.CancelledEvent is { } type
        ? new StreamEvent(type, json =>
        {
            json.WritePropertyName("response");
            ResponseWriter.Write(json, run.Answer, "cancelled");
        })
        : null;
}
