namespace TypedLlm.Simulator;

/// <summary>Sends the chunks of a completion at the script's pace. Unlike the other call, chat has <c>data:</c> lines alone, and a last one that says so.</summary>
internal sealed class ChatStream(Exchange exchange, SimulatorOptions options)
{
    public async Task SendAsync(Answer answer)
    {
        var pace = exchange.Reply.Pace;
        var chunks = new ChatChunks(answer);
        var sink = exchange.OpenSink();
        exchange.Status = StatusCodes.Status200OK;
        await sink.StartAsync(StatusCodes.Status200OK, RateLimitHeaders.Of(exchange, answer, options.Account, "text/event-stream; charset=utf-8"));
        await SendAsync(sink, chunks.First());
        await exchange.DelayAsync(pace.FirstContentDelay ?? TimeSpan.Zero);
        foreach (var chunk in chunks.Rest())
        {
            await exchange.DelayAsync(pace.EventDelay ?? options.EventDelay);
            await SendAsync(sink, chunk);
        }

        if (!answer.IsFailure)
        {
            await sink.WriteAsync("data: [DONE]\n\n"u8.ToArray());
        }

        await sink.EndAsync();
    }

    private async Task SendAsync(IReplySink sink, StreamEvent chunk)
    {
        await sink.WriteAsync((byte[])[.. "data: "u8, .. WireJson.ToBytes(chunk.WriteFields), .. "\n\n"u8]);
        exchange.CountEvent(chunk.IsDelta);
        await sink.EventSentAsync();
    }
}
