namespace TypedLlm.Simulator;

/// <summary>The events of a background run, live or again. Each is due at a moment of the run; the stream waits for it on the clock.</summary>
internal sealed class RunStream(Exchange exchange, ResponseRun run, SimulatorOptions options, bool includeObfuscation)
{
    /// <summary>Created and queued are due at once, in_progress when the run leaves the queue.</summary>
    private const int Starting = 2;

    /// <summary>A timer knows no finer moments.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(1);

    private readonly IReadOnlyList<StreamEvent> _events = [.. new ResponseEvents(
        run.Answer with { Request = run.Answer.Request with { IncludeObfuscation = includeObfuscation } }, () => run.EndsAt).All()];

    /// <summary>How many events a cancelled run has; settled with the first look at the cancellation, which never changes.</summary>
    private int? _eventsBeforeCancel;

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
            var (changed, now) = (run.Changed, options.Clock.GetUtcNow());
            if (run.CancelledAt is { } cancelledAt)
            {
                var sent = _eventsBeforeCancel ??= Enumerable.Range(0, _events.Count).TakeWhile(index => DueAt(index) <= cancelledAt).Count();
                return number < sent ? _events[number] : number == sent ? Cancelled() : null;
            }

            if (number >= _events.Count)
            {
                return null;
            }

            var dueAt = DueAt(number);
            if (dueAt <= now)
            {
                return _events[number];
            }

            using var wait = CancellationTokenSource.CreateLinkedTokenSource(exchange.Closed);
            var due = Task.Delay(SimulatedTime.Until(dueAt, now), options.Clock, wait.Token);

            // A clock that was moved before the timer was armed would ring that much too late: then look again.
            if (options.Clock.GetUtcNow() - now < Resolution)
            {
                await Task.WhenAny(due, changed);
            }

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
