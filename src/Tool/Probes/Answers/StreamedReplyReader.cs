using TypedLlm.Catalog;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.Tool.Service;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Probes;

/// <summary>Reads server-sent events until the terminal one; what comes behind it is not waited for.</summary>
internal sealed class StreamedReplyReader(EndpointKind endpoint)
{
    private const int ReadSize = 4 * 1024;

    private readonly ResponseEventReader _responses = new();
    private ProbeAnswer? _chat;
    private LlmUsage? _usage;

    public async Task<StreamedReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return new StreamedReply(await ServiceReply.ReadAsync(response, cancellationToken), IsStream: false, Answer: null);
        }

        using var buffer = new PooledBuffer(ReadSize, ServiceReply.MaxBody);
        var events = new ServerSentEvents(buffer);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        ProbeAnswer? answer = null;
        while (answer is null && buffer.TryReserve(ReadSize))
        {
            var count = await body.ReadAsync(buffer.Free, cancellationToken);
            buffer.Advance(count);
            answer = Next(events);
            if (count == 0)
            {
                break;
            }
        }

        return new StreamedReply(ServiceReply.Of(response, []), IsStream: true, answer);
    }

    private ProbeAnswer? Next(ServerSentEvents events)
    {
        while (events.TryRead(out var name, out var data))
        {
            if ((endpoint == EndpointKind.Chat ? OfChunk(data) : OfEvent(_responses.Read(name, data))) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private static ProbeAnswer? OfEvent(ResponseEvent next)
    {
        if (next.Kind is ResponseEventKind.Completed or ResponseEventKind.Incomplete or ResponseEventKind.Failed)
        {
            return ResponseSnapshotReader.TryRead(next.Json, out var snapshot)
                ? ProbeAnswer.Of(snapshot)
                : new ProbeAnswer { Problem = "the terminal event carries no response" };
        }

        return next.Kind == ResponseEventKind.Error ? OfError(ErrorReader.Read(next.Json)) : null;
    }

    // The finish comes in a chunk of its own and the usage in another; the marker ends both.
    private ProbeAnswer? OfChunk(ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            return _chat is null ? new ProbeAnswer { Problem = "the stream ended without a finish_reason" } : _chat with { Usage = _usage };
        }

        var chunk = ChatAnswerReader.Parse(data.ToArray());
        if (chunk.Member("error") is not null)
        {
            return OfError(ErrorReader.Read(data));
        }

        _chat = ChatAnswerReader.FinishOf(chunk) is { } finish ? ChatAnswerReader.Of(finish) : _chat;
        _usage = ChatAnswerReader.UsageOf(chunk) ?? _usage;
        return null;
    }

    private static ProbeAnswer OfError(ErrorFacts error) => new()
    {
        Problem = $"the stream failed ({ServiceWord.OrNull(error.Code ?? error.Type) ?? "without a code"})",
        Failure = new Failure(FailureSource.InBand) { Code = error.Code, Type = error.Type, Param = error.Param, Message = error.Message },
    };
}
