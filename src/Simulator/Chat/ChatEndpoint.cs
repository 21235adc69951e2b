namespace TypedLlm.Simulator;

/// <summary><c>POST /v1/chat/completions</c>: the request judged and answered by a model.</summary>
internal sealed class ChatEndpoint(SimulatorOptions options, ITextApi api)
{
    public async Task CompleteAsync(Exchange exchange)
    {
        var answer = api.Ask(exchange.JsonBody(), exchange.Reply, exchange.Source, options.Clock.GetUtcNow());
        if (answer.Request.Stream)
        {
            await new ChatStream(exchange, options).SendAsync(answer);
            return;
        }

        await exchange.DelayAsync(exchange.Reply.Pace.FirstContentDelay ?? TimeSpan.Zero);
        await exchange.SendAsync(
            json => api.Write(json, answer, options.Clock.GetUtcNow()),
            RateLimitHeaders.Of(exchange, answer, options.Account, "application/json"));
    }
}
