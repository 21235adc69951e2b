namespace TypedLlm.Simulator;

/// <summary><c>POST /v1/responses</c>: the request judged and answered by a model.</summary>
internal sealed class ResponsesEndpoint(SimulatorOptions options, TextRequestReader reader, AnswerComposer composer)
{
    public async Task CreateAsync(Exchange exchange)
    {
        if (!exchange.Context.Request.HasJsonContentType())
        {
            throw new ApiErrorException(ApiErrors.ContentType(exchange.Context.Request.ContentType));
        }

        var request = reader.Read(exchange.Body);
        ModelJudge.Check(request, exchange.Reply);
        var answer = composer.Compose(request, exchange.Reply.Answer, exchange.Source, options.Clock.GetUtcNow());
        await (request.Stream ? StreamAsync(exchange, answer) : SendAsync(exchange, answer));
    }

    private async Task StreamAsync(Exchange exchange, Answer answer)
    {
        var sink = exchange.OpenSink();
        exchange.Status = StatusCodes.Status200OK;
        await sink.StartAsync(StatusCodes.Status200OK, RateLimitHeaders.Of(exchange, answer, options.Account, "text/event-stream; charset=utf-8"));
        using var events = new EventStreamWriter(exchange, sink, options);
        await events.WriteAsync(answer);
        await sink.EndAsync();
    }

    private async Task SendAsync(Exchange exchange, Answer answer)
    {
        await exchange.DelayAsync(exchange.Reply.Pace.FirstContentDelay ?? TimeSpan.Zero);
        await exchange.SendAsync(
            json => ResponseWriter.WriteFinished(json, answer, options.Clock.GetUtcNow()),
            RateLimitHeaders.Of(exchange, answer, options.Account, "application/json"));
    }
}
