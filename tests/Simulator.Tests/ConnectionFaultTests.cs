using System.Text;

namespace TypedLlm.Simulator.Tests;

/// <summary>What breaks below HTTP, read from a bare socket.</summary>
public sealed class ConnectionFaultTests : SimulatorTest
{
    private const string Body = """{"model":"gpt-4.1-mini","input":"x"}""";
    private const string StreamBody = """{"model":"gpt-4.1-mini","input":"x","stream":true}""";

    [Fact]
    public async Task Silence_sends_nothing_and_ends_when_the_client_goes()
    {
        Script(Faults.Silence());
        var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);
        var request = await Simulator.Log.WaitForRequestAsync(1);

        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(request.Outcome);
        Assert.Equal(0, connection.Unread);
        connection.Dispose();

        var outcome = await Simulator.Log.WaitForClosedAsync(1);
        Assert.Equal(new RequestOutcome(RequestEnd.ClosedByClient, 0, 0, 0, Clock.Start.AddMinutes(10)), outcome);
    }

    [Fact]
    public async Task Headers_come_and_then_nothing()
    {
        Script(Faults.HeadersThenSilence());
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, StreamBody);

        await connection.ReadUntilAsync("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", connection.Received, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", connection.Received, StringComparison.Ordinal);
        Assert.Equal(0, connection.Unread);
        Assert.Null(Simulator.Log.Requests[0].Outcome);
    }

    [Theory]
    [InlineData(BreakKind.Reset, ConnectionEnd.Reset)]
    [InlineData(BreakKind.Close, ConnectionEnd.Closed)]
    public async Task Half_of_the_headers_come(BreakKind how, ConnectionEnd expected)
    {
        Script(Faults.HalfSentHeaders(how));
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);

        var end = await connection.ReadToEndAsync();

        Assert.Equal(expected, end);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", connection.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n\r\n", connection.Received, StringComparison.Ordinal);
        Assert.Equal(RequestEnd.BrokenByScript, (await Simulator.Log.WaitForClosedAsync(1)).End);
    }

    [Fact]
    public async Task Headers_drip_byte_by_byte_on_the_clock()
    {
        var delay = TimeSpan.FromMilliseconds(100);
        Script(Faults.DrippedHeaders(delay));
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);

        foreach (var expected in "HTTP/1.1 ")
        {
            await connection.ReadByteAsync();
            Assert.Equal(expected, connection.Received[^1]);
            Assert.Equal(0, connection.Unread);
            await Clock.AdvanceToTimerAsync(delay);
        }
    }

    [Fact]
    public async Task The_connection_is_reset_before_any_header()
    {
        Script(Faults.ResetBeforeHeaders());
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);

        Assert.Equal(ConnectionEnd.Reset, await connection.ReadToEndAsync());
        Assert.Equal("", connection.Received);
        Assert.Equal(RequestEnd.BrokenByScript, (await Simulator.Log.WaitForClosedAsync(1)).End);
    }

    [Theory]
    [InlineData(Body)]
    [InlineData(StreamBody)]
    public async Task The_connection_is_reset_after_so_many_bytes_of_the_body(string body)
    {
        Script(Faults.ResetAfterBytes(100));
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, body);

        Assert.Equal(ConnectionEnd.Reset, await connection.ReadToEndAsync());
        Assert.Equal(100, ChunkedBody(connection.Received).Length);
    }

    [Theory]
    [InlineData(BreakKind.Reset, ConnectionEnd.Reset, false)]
    [InlineData(BreakKind.Close, ConnectionEnd.Closed, false)]
    [InlineData(BreakKind.End, ConnectionEnd.Closed, true)]
    public async Task A_stream_breaks_after_exactly_so_many_events(BreakKind how, ConnectionEnd expected, bool endsProperly)
    {
        Script(new ScriptedReply { Break = new BreakScript(BreakPoint.AfterEvents, how, 7) });
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, StreamBody);

        Assert.Equal(expected, await connection.ReadToEndAsync());

        var events = await EventsAsync(connection.Received);
        Assert.Equal(Enumerable.Range(0, 7), events.Select(next => next.Number));
        Assert.Equal(endsProperly, connection.Received.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal));
        Assert.Equal((RequestEnd.BrokenByScript, 200, 7, 3), Shape(await Simulator.Log.WaitForClosedAsync(1)));
    }

    [Fact]
    public async Task A_stream_breaks_after_exactly_so_many_deltas()
    {
        Script(Faults.ResetAfterDeltas(40) with { Answer = new() { Tokens = 60 } });
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, """{"model":"gpt-5.4","input":"x","stream":true}""");

        await connection.ReadToEndAsync();

        var events = await EventsAsync(connection.Received);
        Assert.Equal(40, events.Count(next => next.Type == "response.output_text.delta"));
        Assert.Equal(40, (await Simulator.Log.WaitForClosedAsync(1)).Deltas);
    }

    [Fact]
    public async Task A_stream_stalls_after_exactly_so_many_deltas_until_the_client_goes()
    {
        Script(Faults.StallAfterDeltas(2));
        using (var response = await PostAsync(Request(Plain, stream: true)))
        {
            await using var stream = await response.Content.ReadAsStreamAsync();
            using var lines = new StreamReader(stream);
            var deltas = 0;
            while (deltas < 2)
            {
                deltas += await lines.ReadLineAsync() == "event: response.output_text.delta" ? 1 : 0;
            }

            Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Null(Simulator.Log.Requests[0].Outcome);
        }

        Assert.Equal(
            new RequestOutcome(RequestEnd.ClosedByClient, 200, 6, 2, Clock.Start.AddSeconds(30)),
            await Simulator.Log.WaitForClosedAsync(1));
    }

    [Theory]
    [InlineData(BreakKind.Reset, ConnectionEnd.Reset)]
    [InlineData(BreakKind.End, ConnectionEnd.Closed)]
    public async Task A_whole_answer_breaks_in_the_middle_of_its_body(BreakKind how, ConnectionEnd expected)
    {
        Script(new ScriptedReply { Break = new BreakScript(BreakPoint.AfterDeltas, how, 3) });
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);

        Assert.Equal(expected, await connection.ReadToEndAsync());

        var body = ChunkedBody(connection.Received);
        Assert.StartsWith("{\"id\":\"resp_", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"metadata\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_error_is_cut_as_well()
    {
        Script(Faults.ServerError() with { Break = new BreakScript(BreakPoint.AfterBytes, BreakKind.Close, 10) });
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, Body);

        Assert.Equal(ConnectionEnd.Closed, await connection.ReadToEndAsync());
        Assert.StartsWith("HTTP/1.1 500 ", connection.Received, StringComparison.Ordinal);
        Assert.Equal("{\"error\":{", ChunkedBody(connection.Received));
    }

    [Fact]
    public async Task Packets_split_characters_and_the_text_stays_whole()
    {
        const string Text = "naïve café 語 😀";
        Script(Faults.SlowDrip(3) with { Answer = new() { Text = Text } });
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, StreamBody);

        Assert.Equal(ConnectionEnd.Closed, await connection.ReadToEndAsync());

        Assert.Contains("\r\n\r\n3\r\neve\r\n3\r\nnt:\r\n", connection.Received, StringComparison.Ordinal);
        Assert.Equal(RequestEnd.Completed, (await Simulator.Log.WaitForClosedAsync(1)).End);
        Assert.Equal(Text, ReceivedEvent.TextOf(await StreamAsync(Request(Plain, stream: true))));
    }

    [Fact]
    public async Task Packets_follow_the_clock()
    {
        var delay = TimeSpan.FromSeconds(1);
        Script(Faults.SlowDrip(5, delay));
        using var connection = await RawConnection.PostAsync(Simulator.BaseUrl, StreamBody);

        await connection.ReadUntilAsync("5\r\nevent\r\n");
        await Clock.AdvanceToTimerAsync(delay);
        await connection.ReadUntilAsync("5\r\n: res\r\n");

        Assert.DoesNotContain("ponse", connection.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_leaves_the_simulator_healthy()
    {
        Simulator.Scripts.For(Plain).First(5, Faults.ResetBeforeHeaders());
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Request(Plain)));
        }

        Assert.Equal("completed", (await AskAsync(Request(Plain))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Every_client_that_goes_is_noticed_whatever_is_being_sent()
    {
        Script(Faults.StallAfterEvents(5));
        for (var number = 1; number <= 100; number++)
        {
            using (await RawConnection.PostAsync(Simulator.BaseUrl, StreamBody))
            {
                await Simulator.Log.WaitForRequestAsync(number);
            }

            Assert.Equal(RequestEnd.ClosedByClient, (await Simulator.Log.WaitForClosedAsync(number)).End);
        }
    }

    private void Script(ScriptedReply reply) => Simulator.Scripts.ForAnyModel.Always(reply);

    private static (RequestEnd, int, int, int) Shape(RequestOutcome outcome) => (outcome.End, outcome.Status, outcome.Events, outcome.Deltas);

    private static Task<IReadOnlyList<ReceivedEvent>> EventsAsync(string received) =>
        ReceivedEvent.ReadAllAsync(new MemoryStream(Encoding.UTF8.GetBytes(ChunkedBody(received))));

    /// <summary>The body of an ASCII answer without the framing of its chunks, as far as it came.</summary>
    private static string ChunkedBody(string received)
    {
        var rest = received[(received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var body = new StringBuilder();
        while (rest.Length > 0)
        {
            var line = rest.IndexOf("\r\n", StringComparison.Ordinal);
            var size = Convert.ToInt32(rest[..line], 16);
            body.Append(rest.AsSpan(line + 2, size));
            rest = rest[(line + 2 + size + 2)..];
        }

        return body.ToString();
    }
}
