using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedLlm.Resilience;
using TypedLlm.Runtime.Tests.Streaming;
using TypedLlm.Streaming;
using TypedLlm.TestKit;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Transports;

public sealed class SocketFaultTests : IDisposable
{
    private static readonly byte[] Begun = new SampleStream().Begun().ToArray();

    // Without its limit a drain would never end: a connection that closes was closed by us.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ResponseDrainTimeout = Timeout.InfiniteTimeSpan })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_refused_connection_was_certainly_not_processed()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();

        Assert.Equal(FailureSource.Connect, (await FailAsync(Transport(new Uri($"http://127.0.0.1:{port}/v1")))).Source);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_was_certainly_not_processed() =>
        Assert.Equal(FailureSource.Connect, (await FailAsync(Transport(new Uri("http://no-such-host.invalid/v1")))).Source);

    [Fact]
    public async Task A_connection_that_is_no_TLS_was_certainly_not_processed()
    {
        await using var server = new RawServer(connection => connection.SendAsync("HTTP/1.1 200 OK\r\n\r\n"));

        Assert.Equal(FailureSource.Connect, (await FailAsync(Transport(new UriBuilder(server.BaseUrl) { Scheme = "https" }.Uri))).Source);
    }

    [Fact]
    public async Task A_reset_before_headers_is_a_lost_connection()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });

        Assert.Equal(FailureSource.ConnectionLost, (await FailAsync(Transport(server.BaseUrl))).Source);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Half_of_the_headers_is_a_lost_connection()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Ty");
        });

        Assert.Equal(FailureSource.ConnectionLost, (await FailAsync(Transport(server.BaseUrl))).Source);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_no_HTTP_is_a_bad_reply()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync("220 mail.test ESMTP\r\n\r\n");
        });

        Assert.Equal(FailureSource.BadReply, (await FailAsync(Transport(server.BaseUrl))).Source);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_redirect_is_not_followed_with_the_key(bool asStream)
    {
        await using var elsewhere = new RawServer(async connection => await connection.ReadRequestAsync());
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAnswerAsync(302, "text/html", "", $"Location: {elsewhere.BaseUrl}\r\n");
        });

        var failure = await FailAsync(Transport(server.BaseUrl), asStream);

        Assert.Equal((FailureSource.BadReply, 302), (failure.Source, failure.Status));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_a_body_truncates_it()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"id\":");
            connection.Reset();
        });

        Assert.Equal(FailureSource.Truncated, (await FailAsync(Transport(server.BaseUrl), asStream: false)).Source);
    }

    [Fact]
    public async Task A_stream_that_ends_in_order_without_its_last_event_is_truncated()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.SendChunkAsync(Begun);
            await connection.SendAsync("0\r\n\r\n");
        });

        Assert.Equal(FailureSource.Truncated, (await FailAsync(Transport(server.BaseUrl))).Source);
    }

    [Fact]
    public async Task HTML_with_status_200_is_a_bad_reply()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAnswerAsync(200, "text/html", "<html>Please sign in</html>");
        });

        var failure = await FailAsync(Transport(server.BaseUrl));

        Assert.Equal((FailureSource.BadReply, "<html>Please sign in</html>"), (failure.Source, failure.Message));
    }

    [Fact]
    public async Task A_line_without_end_is_given_up_at_the_limit()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.SendChunkAsync("data: "u8.ToArray());
            var block = new byte[1024 * 1024];
            block.AsSpan().Fill((byte)'x');
            try
            {
                while (true)
                {
                    await connection.SendChunkAsync(block);
                }
            }
            catch (IOException)
            {
                closed.SetResult();
            }
        });

        Assert.Equal(FailureSource.BadReply, (await FailAsync(Transport(server.BaseUrl))).Source);
        await closed.Task;
    }

    [Fact]
    public async Task A_service_that_says_nothing_runs_into_the_header_timer()
    {
        var clock = new ManualClock();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.WaitForCloseAsync();
            closed.SetResult();
        });

        var open = Attempt.OpenAsync(Transport(server.BaseUrl), "{}"u8.ToArray(), new AttemptTimers(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)), clock, default).AsTask();
        await arrived.Task;
        await clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(FailureSource.NoHeaders, (await Assert.ThrowsAsync<AttemptFailedException>(() => open)).Failure.Source);
        await closed.Task;
    }

    [Fact]
    public async Task An_error_body_that_stalls_does_not_hide_its_status()
    {
        var clock = new ManualClock();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync("HTTP/1.1 429 No\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"error\":{\"code\":\"rate_limit_exceeded\",");
            await connection.WaitForCloseAsync();
        });

        var open = Attempt.OpenAsync(Transport(server.BaseUrl), "{}"u8.ToArray(), Wire.NoTimers, clock, default).AsTask();
        await clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));

        var failure = (await Assert.ThrowsAsync<AttemptFailedException>(() => open)).Failure;
        Assert.Equal((FailureSource.Status, 429, "rate_limit_exceeded"), (failure.Source, failure.Status, failure.Code));
    }

    [Fact]
    public async Task The_callers_token_closes_the_connection_while_headers_are_awaited()
    {
        using var caller = new CancellationTokenSource();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.WaitForCloseAsync();
            closed.SetResult();
        });

        var open = OpenAsync(Transport(server.BaseUrl), caller.Token);
        await arrived.Task;
        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open)).CancellationToken);
        await closed.Task;
    }

    [Theory]
    [InlineData("dispose")]
    [InlineData("cancel a read")]
    [InlineData("cancel between reads")]
    [InlineData("cancel before a read")]
    public async Task Cancelling_or_disposing_closes_a_connection_that_is_half_read(string how)
    {
        using var caller = new CancellationTokenSource();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.SendChunkAsync(new SampleStream().Begun().Text("a").ToArray());
            await connection.WaitForCloseAsync();
            closed.SetResult();
        });
        var stream = await OpenAsync(Transport(server.BaseUrl), caller.Token);
        Assert.True(await stream.MoveNextAsync());

        var next = how == "cancel a read" ? stream.MoveNextAsync().AsTask() : null;
        if (how != "dispose")
        {
            await caller.CancelAsync();
        }

        if (how == "cancel before a read")
        {
            next = stream.MoveNextAsync().AsTask();
        }

        if (next is not null)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }

        await stream.DisposeAsync();
        await closed.Task;
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_is_used_again_after_a_whole_stream()
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.SendStreamHeadersAsync();
                await connection.SendChunkAsync(new SampleStream().Begun().Text("a").Completed("a").ToArray());
                await connection.SendAsync("0\r\n\r\n");
            }
        });
        var transport = Transport(server.BaseUrl);
        for (var i = 0; i < 3; i++)
        {
            await using var stream = await OpenAsync(transport);
            Assert.Equal("a", (await stream.ReadToEndAsync()).Text);
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Nothing_of_key_prompt_or_answer_is_in_the_text_of_a_failure()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendStreamHeadersAsync();
            await connection.SendChunkAsync(new SampleStream().Begun().Text("canary-answer").ToArray());
            connection.Reset();
        });
        var transport = new ResponsesTransport(_client, server.BaseUrl, _ => new ValueTask<string>("canary-key"), null, null);
        await using var stream = await Attempt.OpenAsync(transport, Encoding.UTF8.GetBytes("canary-prompt"), Wire.NoTimers, TimeProvider.System, default);

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () => await stream.ReadToEndAsync());

        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(true, "4\r\n: x\n\r\n")]
    [InlineData(false, "4\r\n: x\n\r\n")]
    public async Task A_reply_that_breaks_HTTP_with_words_of_the_answer_is_bad_and_not_quoted(bool asStream, string before)
    {
        await using var server = new RawServer(async connection =>
        {
            // In one piece: the platform then finds the fault before it has made a task for the read.
            await connection.ReadRequestAsync();
            await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{before}canary\r\n");
        });

        var failure = await FailAsync(Transport(server.BaseUrl), asStream);

        Assert.Equal(FailureSource.BadReply, failure.Source);

        // The platform shows the bytes that stand where a chunk should; "ca" it takes for a length.
        Assert.Contains(BitConverter.ToString("nary"u8.ToArray()), failure.Exception!.Message, StringComparison.Ordinal);
        Assert.Null(failure.Shown);
    }

    private static async Task<AnswerStream> OpenAsync(ResponsesTransport transport, CancellationToken cancellationToken = default) =>
        await Attempt.OpenAsync(transport, "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, cancellationToken);

    private static async Task<ResponseSnapshot> CallAsync(ResponsesTransport transport) =>
        await Attempt.CallAsync(transport, "{}"u8.ToArray(), Wire.NoTimers, TimeProvider.System, default);

    private static async Task<Failure> FailAsync(ResponsesTransport transport, bool asStream = true) =>
        (await Assert.ThrowsAsync<AttemptFailedException>(asStream ? () => OpenAsync(transport) : () => CallAsync(transport))).Failure;

    private ResponsesTransport Transport(Uri baseUrl) => new(_client, baseUrl, _ => new ValueTask<string>("key"), null, null);
}
