using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary><c>POST /v1/responses</c>: a script's HTTP answer, or the request judged and answered by a model.</summary>
internal sealed class ResponsesEndpoint(
    SimulatorOptions options, TextRequestReader reader, AnswerComposer composer, HttpReplyWriter httpReplies)
{
    public async Task HandleAsync(Exchange exchange, ScriptedReply reply)
    {
        await exchange.DelayAsync(reply.Pace.InitialDelay ?? options.InitialDelay);
        if (reply.Http is { } http)
        {
            await httpReplies.WriteAsync(exchange, reply, http);
            return;
        }

        if (reply.BreaksBeforeAnswer)
        {
            await exchange.OpenSink(reply).StartAsync(StatusCodes.Status200OK, exchange.Headers("application/json"));
        }

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
        await sink.StartAsync(StatusCodes.Status200OK, Headers(exchange, answer, "text/event-stream; charset=utf-8"));
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

        await exchange.SendAsync(reply, StatusCodes.Status200OK, body.WrittenMemory.ToArray(), Headers(exchange, answer, "application/json"));
    }

    /// <summary>Generation has the rate limits on top; the numbers are those of a large account that nobody else uses.</summary>
    private static Dictionary<string, string> Headers(Exchange exchange, Answer answer, string contentType)
    {
        const int Requests = 30_000;
        const int Tokens = 150_000_000;
        var headers = exchange.Headers(contentType);
        headers["x-ratelimit-limit-requests"] = Requests.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-limit-tokens"] = Tokens.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-requests"] = (Requests - 1).ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-tokens"] = (Tokens - answer.InputTokens).ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset-requests"] = "2ms";
        headers["x-ratelimit-reset-tokens"] = "0s";
        return headers;
    }
}
