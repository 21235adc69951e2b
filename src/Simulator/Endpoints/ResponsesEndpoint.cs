namespace TypedLlm.Simulator;

/// <summary><c>POST /v1/responses</c>: the request judged and answered by a model.</summary>
internal sealed class ResponsesEndpoint(SimulatorOptions options, ITextApi api, ResponseStore responses)
{
    public async Task CreateAsync(Exchange exchange)
    {
        var answer = api.Ask(exchange.JsonBody(), exchange.Reply, exchange.Source, options.Clock.GetUtcNow());
        await (answer.Request switch
        {
            { Background: true } => RunAsync(exchange, answer),
            { Stream: true } => StreamAsync(exchange, answer),
            _ => SendAsync(exchange, answer),
        });
    }

    private Task RunAsync(Exchange exchange, Answer answer)
    {
        var run = ResponseRun.Queued(answer, exchange.Reply.Background, options);
        responses.Add(run);
        return answer.Request.Stream
            ? new RunStream(exchange, run, options, answer.Request.IncludeObfuscation).SendAsync(first: 0)
            : exchange.SendAsync(json => ResponseWriter.Write(json, answer, "queued"));
    }

    /// <summary>Remembers an answer that the client has waited for.</summary>
    private void Keep(Answer answer, DateTimeOffset endedAt)
    {
        if (answer.Request.Store)
        {
            responses.Add(ResponseRun.Ended(answer, endedAt));
        }
    }

    private async Task StreamAsync(Exchange exchange, Answer answer)
    {
        var sink = exchange.OpenSink();
        exchange.Status = StatusCodes.Status200OK;
        await sink.StartAsync(StatusCodes.Status200OK, RateLimitHeaders.Of(exchange, answer, options.Account, "text/event-stream; charset=utf-8"));
        using var events = new EventStreamWriter(exchange, sink, options);
        await events.WriteAsync(answer, endedAt => Keep(answer, endedAt));
        await sink.EndAsync();
    }

    private async Task SendAsync(Exchange exchange, Answer answer)
    {
        await exchange.DelayAsync(exchange.Reply.Pace.FirstContentDelay ?? TimeSpan.Zero);
        var now = options.Clock.GetUtcNow();
        Keep(answer, now);
        await exchange.SendAsync(
            json => api.Write(json, answer, now),
            RateLimitHeaders.Of(exchange, answer, options.Account, "application/json"));
    }
}
