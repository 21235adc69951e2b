using TypedLlm.Resilience;
using TypedLlm.Runtime.Tests.Streaming;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Transports;

public sealed class ResponsesTransportTests : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_request_arrives_as_meant()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAnswerAsync(200, "application/json", SampleStream.Response("completed", "ok"), "x-request-id: req_7\r\n");
        });
        var transport = new ResponsesTransport(_client, server.BaseUrl, _ => new ValueTask<string>("sk-canary"), "org-1", "proj_1");

        var answer = await Attempt.CallAsync(transport, "{\"model\":\"日本\"}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, default);

        Assert.Equal(("ok", "req_7"), (answer.Text, answer.RequestId));
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/responses HTTP/1.1", request.Line);
        Assert.Equal("{\"model\":\"日本\"}", request.Body);
        Assert.Equal("Bearer sk-canary", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal(("org-1", "proj_1"), (request.Headers["OpenAI-Organization"], request.Headers["OpenAI-Project"]));
        Assert.StartsWith("OpenAI/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.False(request.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task The_key_is_asked_for_each_request()
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.SendAnswerAsync(200, "application/json", SampleStream.Response("completed", "ok"));
            }
        });
        var asked = 0;
        var transport = new ResponsesTransport(_client, server.BaseUrl, _ => new ValueTask<string>($"key-{++asked}"), null, null);

        await CallAsync(transport);
        await CallAsync(transport);

        Assert.Equal(["Bearer key-1", "Bearer key-2"], server.Requests.Select(request => request.Headers["Authorization"]));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_key_source_that_fails_is_no_network_fault()
    {
        await using var server = new RawServer(_ => Task.CompletedTask);
        var transport = new ResponsesTransport(_client, server.BaseUrl, _ => throw new HttpRequestException("The vault is down."), null, null);

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(transport));
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("/v1/", "POST /v1/responses HTTP/1.1")]
    [InlineData("", "POST /responses HTTP/1.1")]
    [InlineData("/openai/v1?api-version=1", "POST /openai/v1/responses?api-version=1 HTTP/1.1")]
    public async Task The_path_is_put_behind_any_base(string path, string line)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAnswerAsync(200, "application/json", SampleStream.Response("completed", "ok"));
        });

        await CallAsync(Transport(new Uri(server.BaseUrl, path.Length == 0 ? "/" : path)));

        Assert.Equal(line, Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task A_stream_is_read_from_the_socket_itself()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.WaitForCloseAsync();
        });
        var transport = Transport(server.BaseUrl);

        using var response = await transport.SendAsync("{}"u8.ToArray(), stream: true, default);

        Assert.Equal("*/*", Assert.Single(server.Requests).Headers["Accept"]);
        Assert.Equal("ChunkedEncodingReadStream", response.Body.GetType().Name);
    }

    [Fact]
    public async Task Event_ids_and_a_lost_connection_do_not_send_the_request_again()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.SendChunkAsync([.. "id: 1\nretry: 1\n"u8, .. new SampleStream().Begun().Text("a").ToArray()]);
            await connection.SendChunkAsync("id: 2\n"u8.ToArray());
            connection.Reset();
        });
        await using var stream = await OpenAsync(Transport(server.BaseUrl));
        Assert.True(await stream.MoveNextAsync());

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () => await stream.MoveNextAsync());

        Assert.Equal((FailureSource.Truncated, "resp_1", "req_7"), (failure.Failure.Source, failure.Failure.ResponseId, failure.Failure.RequestId));
        Assert.Single(server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_error_is_sent_once(bool asStream)
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.SendAnswerAsync(503, "text/html", "<html>overloaded</html>", "Retry-After: 2\r\nx-should-retry: false\r\nx-request-id: req_8\r\n");
            }
        });

        var failure = await FailAsync(Transport(server.BaseUrl), asStream);

        Assert.Equal((FailureSource.Status, 503, TimeSpan.FromSeconds(2), false, "req_8"), (failure.Source, failure.Status, failure.RetryAfter, failure.ShouldRetry, failure.RequestId));
        Assert.Equal("<html>overloaded</html>", failure.Message);
        Assert.Single(server.Requests);
    }

    private static async Task<AnswerStream> OpenAsync(ResponsesTransport transport, CancellationToken cancellationToken = default) =>
        await Attempt.OpenAsync(transport, "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, cancellationToken);

    private static async Task<ResponseSnapshot> CallAsync(ResponsesTransport transport) =>
        await Attempt.CallAsync(transport, "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, default);

    private static async Task<Failure> FailAsync(ResponsesTransport transport, bool asStream = true) =>
        (await Assert.ThrowsAsync<AttemptFailedException>(asStream ? () => OpenAsync(transport) : () => CallAsync(transport))).Failure;

    private ResponsesTransport Transport(Uri baseUrl) => new(_client, baseUrl, _ => new ValueTask<string>("key"), null, null);
}
