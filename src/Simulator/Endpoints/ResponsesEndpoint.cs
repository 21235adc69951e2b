using System.Buffers;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary><c>POST /v1/responses</c>: the request judged and answered by a model.</summary>
internal sealed class ResponsesEndpoint(SimulatorOptions options, TextRequestReader reader, AnswerComposer composer)
{
    public async Task HandleAsync(Exchange exchange, ScriptedReply reply)
    {
        if (Read(exchange, reply, out var error) is not { } request)
        {
            await exchange.SendAsync(error!);
            return;
        }

        var answer = composer.Compose(request, reply.Answer, exchange.Request.Number);
        await (request.Stream ? StreamAsync(exchange, reply, answer) : SendAsync(exchange, reply, answer));
    }

    private TextRequest? Read(Exchange exchange, ScriptedReply reply, out ApiError? error)
    {
        if (!exchange.Context.Request.HasJsonContentType())
        {
            error = ApiErrors.ContentType(exchange.Context.Request.ContentType);
            return null;
        }

        try
        {
            var request = reader.Read(exchange.Body);
            error = Judge(request, reply);
            return error is null ? request : null;
        }
        catch (ApiErrorException refused)
        {
            error = refused.Error;
            return null;
        }
    }

    /// <summary>What the model itself has against a valid request.</summary>
    private static ApiError? Judge(TextRequest request, ScriptedReply reply) => request switch
    {
        { Messages: [.., { Role: "assistant" }] } when reply.RejectsPrefill => ApiErrors.PrefillRejected(),
        _ when AnswerComposer.InputTokens(request) > (request.Model.Facts.ContextWindow ?? int.MaxValue) => ApiErrors.ContextLengthExceeded(),
        _ => null,
    };

    private async Task StreamAsync(Exchange exchange, ScriptedReply reply, Answer answer)
    {
        var sink = exchange.OpenSink(reply);
        exchange.Status = StatusCodes.Status200OK;
        await sink.StartAsync(StatusCodes.Status200OK, RateLimitHeaders.Of(exchange, answer, options.Account, "text/event-stream; charset=utf-8"));
        using var events = new EventStreamWriter(exchange, sink, reply, options);
        await events.WriteAsync(answer);
        await sink.EndAsync();
    }

    private async Task SendAsync(Exchange exchange, ScriptedReply reply, Answer answer)
    {
        await exchange.DelayAsync(reply.Pace.FirstContentDelay ?? TimeSpan.Zero);
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, WireJson.WriterOptions))
        {
            ResponseWriter.WriteFinished(json, answer, options.Clock.GetUtcNow());
        }

        await exchange.SendAsync(StatusCodes.Status200OK, body.WrittenMemory.ToArray(), RateLimitHeaders.Of(exchange, answer, options.Account, "application/json"));
    }
}
