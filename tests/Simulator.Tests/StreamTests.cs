namespace TypedLlm.Simulator.Tests;

public sealed class StreamTests : SimulatorTest
{
    [Fact]
    public async Task Events_come_in_the_order_of_the_service_numbered_without_gaps()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("Hello", " world"));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal(
            [
                "response.created", "response.in_progress", "response.output_item.added", "response.content_part.added",
                "response.output_text.delta", "response.output_text.delta", "response.output_text.done",
                "response.content_part.done", "response.output_item.done", "response.completed",
            ],
            events.Select(next => next.Type));
        Assert.Equal(Enumerable.Range(0, 10), events.Select(next => next.Number));
        Assert.All(events, next => Assert.Equal(next.Type, next.Json.GetProperty("type").GetString()));
        Assert.Equal("Hello world", ReceivedEvent.TextOf(events));
        Assert.Equal("Hello world", events[6].Json.GetProperty("text").GetString());
        Assert.Equal("Hello world", TextOf(events[^1].Response));
        Assert.Equal("in_progress", events[0].Response.GetProperty("status").GetString());
        Assert.Equal("auto", events[0].Response.GetProperty("service_tier").GetString());
        Assert.Equal("default", events[^1].Response.GetProperty("service_tier").GetString());
    }

    [Fact]
    public async Task Bytes_are_plain_event_lines_without_ids_or_a_done_marker()
    {
        using var response = await PostAsync(Request(Plain, stream: true));
        var text = await response.Content.ReadAsStringAsync();

        var lines = text.Split('\n');
        Assert.All(lines, line => Assert.True(line is "" || line.StartsWith("event: ", StringComparison.Ordinal) || line.StartsWith("data: {", StringComparison.Ordinal), line));
        Assert.StartsWith("event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_says_the_same_as_a_whole_answer()
    {
        var whole = TextOf(await AskAsync(Request(Plain)));
        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal(whole, ReceivedEvent.TextOf(events));
        Assert.Equal(events.Count(next => next.Type == "response.output_text.delta"), events[^1].Response.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task A_model_that_reasons_sends_a_reasoning_item_first()
    {
        var events = await StreamAsync(Request(Reasoning, stream: true));

        Assert.Equal(["response.output_item.added", "response.output_item.done"], events.Skip(2).Take(2).Select(next => next.Type));
        Assert.Equal("reasoning", events[2].Json.GetProperty("item").GetProperty("type").GetString());
        Assert.Equal(1, events.First(next => next.Type == "response.output_text.delta").Json.GetProperty("output_index").GetInt32());

        var without = await StreamAsync(new { model = Reasoning, input = "x", stream = true, reasoning = new { effort = "none" } });
        Assert.Equal("response.output_text.delta", without[4].Type);
    }

    [Fact]
    public async Task A_reasoning_summary_is_streamed_in_its_own_events()
    {
        Simulator.Scripts.For(Reasoning).Always(new ScriptedReply { Answer = new() { Reasoning = "First this.", Text = "Done" } });

        var events = await StreamAsync(new { model = Reasoning, input = "x", stream = true, reasoning = new { summary = "auto" } });

        Assert.Equal(
            [
                "response.output_item.added", "response.reasoning_summary_part.added", "response.reasoning_summary_text.delta",
                "response.reasoning_summary_text.delta", "response.reasoning_summary_text.delta", "response.reasoning_summary_text.done",
                "response.reasoning_summary_part.done", "response.output_item.done",
            ],
            events.Skip(2).Take(8).Select(next => next.Type));
        Assert.Equal("First this.", string.Concat(events.Where(next => next.Type == "response.reasoning_summary_text.delta").Select(next => next.Delta)));
        Assert.Equal("First this.", events[^1].Response.GetProperty("output")[0].GetProperty("summary")[0].GetProperty("text").GetString());
        Assert.Equal("Done", ReceivedEvent.TextOf(events));
    }

    [Fact]
    public async Task A_refusal_is_streamed_in_its_own_events()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Refusal("No."));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal(
            ["response.content_part.added", "response.refusal.delta", "response.refusal.delta", "response.refusal.done", "response.content_part.done"],
            events.Skip(3).Take(5).Select(next => next.Type));
        Assert.Equal("refusal", events[3].Json.GetProperty("part").GetProperty("type").GetString());
        Assert.Equal("No.", events[6].Json.GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task Deltas_are_obfuscated_to_a_multiple_of_sixteen_unless_that_is_switched_off()
    {
        var on = await StreamAsync(Request(Plain, stream: true));
        var off = await StreamAsync(new { model = Plain, input = "x", stream = true, stream_options = new { include_obfuscation = false } });

        Assert.All(on.Where(next => next.Type.EndsWith(".delta", StringComparison.Ordinal)), next =>
            Assert.Equal(0, (next.Delta.Length + next.Json.GetProperty("obfuscation").GetString()!.Length) % 16));
        Assert.All(off, next => Assert.False(next.Json.TryGetProperty("obfuscation", out _)));
    }

    [Fact]
    public async Task An_incomplete_stream_ends_in_its_own_terminal_event()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Tokens(50));

        var events = await StreamAsync(new { model = Plain, input = "x", stream = true, max_output_tokens = 20 });

        Assert.Equal(20, events.Count(next => next.Type == "response.output_text.delta"));
        Assert.Equal("response.incomplete", events[^1].Type);
        Assert.Equal("incomplete", events[^2].Json.GetProperty("item").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Batched_events_carry_the_same_stream()
    {
        Options.BatchEvents = true;
        Simulator.Scripts.For(Plain).Always(Answers.Tokens(1_000));

        var events = await StreamAsync(Request(Plain, stream: true));

        Assert.Equal(Enumerable.Range(0, 1_008), events.Select(next => next.Number));
    }
}
