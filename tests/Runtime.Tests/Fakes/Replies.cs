using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>What a <see cref="FakeService"/> answers.</summary>
internal static class Replies
{
    public const string RequestId = "req_fake";

    private static readonly MediaTypes Types = new();

    /// <summary>A whole answer, streamed if the request asks for it. Each delta is one event.</summary>
    public static Task<HttpResponseMessage> Text(FakeRequest request, params string[] deltas) =>
        Task.FromResult(request.Stream
            ? Stream(request, string.Concat(Begin(request), Deltas(deltas), End(request, "completed", string.Concat(deltas))))
            : Json(HttpStatusCode.OK, Response(request, "completed", string.Concat(deltas))));

    public static Task<HttpResponseMessage> Incomplete(FakeRequest request, string reason, string text) =>
        Task.FromResult(request.Stream
            ? Stream(request, string.Concat(Begin(request), Deltas(text), End(request, "incomplete", text, $"\"incomplete_details\":{{\"reason\":\"{reason}\"}},")))
            : Json(HttpStatusCode.OK, Response(request, "incomplete", text, $"\"incomplete_details\":{{\"reason\":\"{reason}\"}},")));

    public static Task<HttpResponseMessage> Refusal(FakeRequest request, string words)
    {
        var response = Response(request, "completed", words).Replace("\"output_text\",\"text\"", "\"refusal\",\"refusal\"", StringComparison.Ordinal);
        return Task.FromResult(request.Stream
            ? Stream(request, Begin(request) + Event("response.completed", $"\"response\":{response}"))
            : Json(HttpStatusCode.OK, response));
    }

    /// <summary>Some text, then an error inside the stream.</summary>
    public static Task<HttpResponseMessage> FailedAfter(FakeRequest request, string code, params string[] deltas) =>
        Task.FromResult(Stream(request, Begin(request) + Deltas(deltas) + Event("error", $"\"code\":\"{code}\",\"message\":\"words of the service\",\"param\":null")));

    /// <summary>Some text, then a response that failed and says what it used.</summary>
    public static Task<HttpResponseMessage> FailedAtEnd(FakeRequest request, string code, params string[] deltas) =>
        Task.FromResult(Stream(request, Begin(request) + Deltas(deltas)
            + End(request, "failed", string.Concat(deltas), $"\"error\":{{\"code\":\"{code}\",\"message\":\"words of the service\"}},")));

    /// <summary>Some text, then the end of the stream without its terminal event.</summary>
    public static Task<HttpResponseMessage> CutAfter(FakeRequest request, params string[] deltas) =>
        Task.FromResult(Stream(request, Begin(request) + Deltas(deltas)));

    /// <summary>Some reasoning, of which a text answer shows nothing, then the end of the stream without its terminal event.</summary>
    public static Task<HttpResponseMessage> CutAfterReasoning(FakeRequest request) =>
        Task.FromResult(Stream(request, Begin(request) + Event("response.reasoning_text.delta", "\"item_id\":\"rs_1\",\"delta\":\"hm\"")));

    /// <summary>Some text, then nothing until the client goes away.</summary>
    public static Task<HttpResponseMessage> StallAfter(FakeRequest request, params string[] deltas) =>
        Task.FromResult(Reply(HttpStatusCode.OK, Content(Begin(request) + Deltas(deltas), stalls: true), Types.EventStream));

    /// <summary>No answer at all until the client goes away.</summary>
    public static async Task<HttpResponseMessage> Silence(FakeRequest request)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.Aborted);
        throw new InvalidOperationException("Not reached.");
    }

    public static Task<HttpResponseMessage> Reset() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.");

    public static Task<HttpResponseMessage> Refused() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");

    public static Task<HttpResponseMessage> Error(
        int status, string? code = null, string message = "words of the service", string? param = null, string? type = null, string? retryAfter = null)
    {
        var body = $"{{\"error\":{{\"message\":{Quoted(message)},\"type\":{Quoted(type)},\"param\":{Quoted(param)},\"code\":{Quoted(code)}}}}}";
        var reply = Json((HttpStatusCode)status, body);
        if (retryAfter is not null)
        {
            reply.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return Task.FromResult(reply);
    }

    /// <summary>An error with a body of its own.</summary>
    public static Task<HttpResponseMessage> ErrorBody(int status, string body) => Task.FromResult(Json((HttpStatusCode)status, body));

    private static string Begin(FakeRequest request) =>
        Event("response.created", $"\"response\":{Response(request, "in_progress", text: null)}");

    private static string End(FakeRequest request, string status, string text, string extra = "") =>
        Event($"response.{status}", $"\"response\":{Response(request, status, text, extra)}");

    private static string Deltas(params string[] deltas) =>
        string.Concat(deltas.Select(delta => Event("response.output_text.delta", $"\"item_id\":\"msg_1\",\"delta\":{Quoted(delta)}")));

    private static string Event(string type, string fields) => $"event: {type}\ndata: {{\"type\":\"{type}\",{fields}}}\n\n";

    private static string Response(FakeRequest request, string status, string? text, string extra = "")
    {
        var output = text is null
            ? ""
            : $$"""{"id":"msg_1","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":{{Quoted(text)}},"annotations":[]}]}""";
        var usage = text is null ? "null" : """{"input_tokens":1000,"output_tokens":100,"total_tokens":1100}""";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"resp_fake","object":"response","status":"{{status}}",{{extra}}"model":"{{request.Model}}","output":[{{output}}],"usage":{{usage}}}""");
    }

    private static HttpResponseMessage Stream(FakeRequest request, string events) =>
        request.Stream
            ? Reply(HttpStatusCode.OK, Content(events), Types.EventStream)
            : throw new InvalidOperationException("The request asked for no stream.");

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        Reply(status, Content(body), Types.Json);

    private static HttpResponseMessage Reply(HttpStatusCode status, HttpContent content, string type)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var reply = new HttpResponseMessage(status) { Content = content };
        reply.Headers.TryAddWithoutValidation("x-request-id", RequestId);
        return reply;
    }

    private static StreamContent Content(string text, bool stalls = false) => new(new BodyStream(Encoding.UTF8.GetBytes(text), stalls));

    private static string Quoted(string? text) => text is null ? "null" : JsonSerializer.Serialize(text);

    private sealed record MediaTypes(string EventStream = "text/event-stream; charset=utf-8", string Json = "application/json");
}
