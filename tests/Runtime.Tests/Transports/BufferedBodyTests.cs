using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TypedLlm.Runtime.Tests.Streaming;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Transports;

/// <summary>Handlers of users' tests and of loggers hold bodies in memory, and the SDK throws when such a response is disposed after it was read.</summary>
public sealed class BufferedBodyTests
{
    [Fact]
    public async Task A_whole_answer_that_is_in_memory_is_read()
    {
        using var client = new HttpClient(new InMemory(Encoding.UTF8.GetBytes(SampleStream.Response("completed", "Hi")), "application/json"));

        var snapshot = await Attempt.CallAsync(Transport(client), "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, default);

        Assert.Equal("Hi", snapshot.Text);
    }

    [Fact]
    public async Task A_stream_that_is_in_memory_is_read()
    {
        using var client = new HttpClient(new InMemory(new SampleStream().Begun().Text("Hi").Completed("Hi").ToArray(), "text/event-stream"));

        await using var stream = await Attempt.OpenAsync(Transport(client), "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, default);

        Assert.Equal("Hi", (await Wire.ReadItemsAsync(stream)).Text);
    }

    private static ResponsesTransport Transport(HttpClient client) =>
        new(client, new Uri("http://service.test/v1"), _ => new ValueTask<string>("key"), null, null);

    private sealed class InMemory(byte[] body, string contentType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
            });
    }
}
