using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class StreamFaultTests : SimulatorTest
{
    [Fact]
    public async Task A_response_fails_with_a_code_after_some_deltas()
    {
        Script(Faults.Failed("rate_limit_exceeded", "Too many.", afterDeltas: 3));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal(3, events.Count(next => next.Type == "response.output_text.delta"));
        Assert.Equal("response.failed", events[^1].Type);
        Assert.Equal("failed", events[^1].Response.GetProperty("status").GetString());
        Assert.Equal("rate_limit_exceeded", events[^1].Response.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("Too many.", events[^1].Response.GetProperty("error").GetProperty("message").GetString());
        Assert.Equal("response.output_text.delta", events[^2].Type);
    }

    [Fact]
    public async Task A_response_fails_before_any_content()
    {
        Script(Faults.Failed("server_error", "Sorry."));

        Assert.Equal(
            ["response.created", "response.in_progress", "response.failed"],
            (await StreamAsync(Request(Reasoning, stream: true))).Select(next => next.Type));
        Assert.Equal("failed", (await AskAsync(Request(Reasoning))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_response_is_incomplete_with_and_without_text()
    {
        Script(Faults.Incomplete("content_filter", afterDeltas: 2));
        var cut = await StreamAsync(Request(Plain, stream: true));
        Script(Faults.Incomplete());
        var empty = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal("content_filter", cut[^1].Response.GetProperty("incomplete_details").GetProperty("reason").GetString());
        Assert.Equal(ReceivedEvent.TextOf(cut), TextOf(cut[^1].Response));
        Assert.Equal(["response.created", "response.in_progress", "response.incomplete"], empty.Select(next => next.Type));
        Assert.Empty(empty[^1].Response.GetProperty("output").EnumerateArray());
    }

    [Fact]
    public async Task An_error_event_can_be_flat_or_nested()
    {
        Script(Faults.FlatError("server_error", "Oops.", afterDeltas: 1));
        var flat = (await StreamAsync(Request(Plain, stream: true)))[^1];
        Script(Faults.NestedError("server_error", "Oops."));
        var nested = (await StreamAsync(Request(Plain, stream: true)))[^1];

        Assert.Equal("""{"type":"error","sequence_number":5,"code":"server_error","message":"Oops.","param":null}""", flat.Data);
        Assert.Equal("""{"type":"error","error":{"type":"server_error","code":"server_error","message":"Oops."}}""", nested.Data);
    }

    [Fact]
    public async Task One_event_is_not_json()
    {
        Script(Faults.MalformedEvent(9));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Throws<JsonException>(() => events[9].Json);
        Assert.Equal("response.output_text.delta", events[9].Type);
        Assert.All(events.Where((_, index) => index != 9), next => Assert.Equal(next.Type, next.Json.GetProperty("type").GetString()));
        Assert.StartsWith(ReceivedEvent.TextOf(events.Take(9)), TextOf(events[^1].Response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_events_come_between()
    {
        Script(Faults.UnknownEvents(0, 6));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal("response.simulator.unknown", events[0].Type);
        Assert.Equal("response.simulator.unknown", events[7].Type);
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(next => next.Number));
    }

    [Fact]
    public async Task An_event_is_repeated_lost_or_its_number_skipped()
    {
        async Task<List<int>> NumbersAsync(StreamScript stream)
        {
            Script(new ScriptedReply { Stream = stream, Answer = new() { Deltas = ["a", "b", "c"] } });
            return [.. (await StreamAsync(Request(Plain, stream: true))).Select(next => next.Number)];
        }

        Assert.Equal([0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10], await NumbersAsync(new() { RepeatedEvent = 5 }));
        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9, 10], await NumbersAsync(new() { LostEvent = 5 }));
        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11], await NumbersAsync(new() { SkippedNumberAt = 5 }));
    }

    [Fact]
    public async Task A_compatible_server_adds_ids_retry_and_done()
    {
        Script(Faults.CompatibleServer());

        using var response = await PostAsync(Request(Plain, stream: true));
        var text = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("retry: 10\n\nevent: response.created\nid: 0\ndata: {", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\ndata: [DONE]\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LineEnd.LineFeed)]
    [InlineData(LineEnd.CarriageReturn)]
    [InlineData(LineEnd.Both)]
    public async Task Every_framing_carries_the_same_events(LineEnd lineEnd)
    {
        Script(new ScriptedReply
        {
            Stream = new() { LineEnd = lineEnd, MultiLineData = true, Comments = true, ByteOrderMark = true },
            Answer = new() { Text = "the same" },
        });

        using var response = await PostAsync(Request(Plain, stream: true));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        var end = lineEnd switch { LineEnd.LineFeed => "\n", LineEnd.CarriageReturn => "\r", _ => "\r\n" };
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Contains($": comment{end}event: response.created{end}data: {{{end}data:   \"type\"", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var events = await ReceivedEvent.ReadAllAsync(new MemoryStream(bytes));
        Assert.Equal("the same", ReceivedEvent.TextOf(events));
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(next => next.Number));
    }

    [Fact]
    public async Task A_line_can_be_of_any_length()
    {
        Script(Faults.OversizeLine(2_000_000));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.True(events[2].Data.Length > 2_000_000);
        Assert.Equal("response.completed", events[^1].Type);
    }

    private void Script(ScriptedReply reply) => Simulator.Scripts.ForAnyModel.Always(reply);
}
