using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Streaming;

/// <summary>Attempts on answers from memory, through the real transport.</summary>
internal static class Wire
{
    public static readonly AttemptTimers NoTimers = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public static async Task<AnswerStream> OpenAsync(
        Stream body, AttemptTimers? timers = null, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        await Attempt.OpenAsync(Transport(body, "text/event-stream; charset=utf-8"), "{}"u8.ToArray(), timers ?? NoTimers, time ?? TimeProvider.System, cancellationToken);

    public static async Task<AnswerStream> OpenAsync(byte[] body, Random? random = null) =>
        await OpenAsync(new ChunkStream(random is null ? [body] : ChunkStream.Cut(body, random)));

    public static async Task<ResponseSnapshot> CallAsync(byte[] body, string contentType = "application/json") =>
        await Attempt.CallAsync(Transport(new ChunkStream([body]), contentType), "{}"u8.ToArray(), NoTimers, TimeProvider.System, default);

    /// <summary>Reads a stream item by item to its end.</summary>
    public static async Task<Reading> ReadAsync(byte[] body, Random? random = null)
    {
        await using var stream = await OpenAsync(body, random);
        return await ReadItemsAsync(stream);
    }

    public static async Task<Reading> ReadItemsAsync(AnswerStream stream)
    {
        var items = new List<(AnswerItemKind Kind, string Text)>();
        while (await stream.MoveNextAsync())
        {
            items.Add((stream.Kind, stream.Text));
        }

        return new Reading(items, stream.Snapshot);
    }

    public static ResponsesTransport Transport(Stream body, string? contentType, HttpStatusCode status = HttpStatusCode.OK)
    {
        var client = new HttpClient(new OneAnswer(body, contentType, status)) { Timeout = Timeout.InfiniteTimeSpan };
        return new ResponsesTransport(client, new Uri("http://service.test/v1"), _ => new ValueTask<string>("key"), null, null);
    }

    public sealed record Reading(IReadOnlyList<(AnswerItemKind Kind, string Text)> Items, ResponseSnapshot Snapshot)
    {
        public string Text => Joined(AnswerItemKind.Delta);

        public string Joined(AnswerItemKind kind)
        {
            var text = new StringBuilder();
            foreach (var item in Items.Where(item => item.Kind == kind))
            {
                text.Append(item.Text);
            }

            return text.ToString();
        }
    }

    private sealed class OneAnswer(Stream body, string? contentType, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(body);
            content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
            var response = new HttpResponseMessage(status) { Content = content };
            response.Headers.Add("x-request-id", "req_1");
            return Task.FromResult(response);
        }
    }
}
