using TypedLlm.Resilience;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class AnswerStreamTests
{
    private const string Fail = "\"response\":{\"id\":\"resp_1\",\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"It broke.\"},\"model\":\"m\",\"output\":[],\"usage\":{\"input_tokens\":3,\"output_tokens\":0}}";

    [Fact]
    public async Task Deltas_come_as_they_are_and_the_snapshot_says_the_rest()
    {
        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("Hel").Text("lo \"you\"\n").Text("日本🗼").Completed("Hello \"you\"\n日本🗼").ToArray());

        Assert.Equal(["Hel", "lo \"you\"\n", "日本🗼"], reading.Items.Select(item => item.Text));
        Assert.Equal("Hello \"you\"\n日本🗼", reading.Snapshot.Text);
        Assert.Equal(new LlmUsage(3, 5) { CachedInputTokens = 1, ReasoningTokens = 2 }, reading.Snapshot.Usage);
        Assert.Equal(ResponseStatus.Completed, reading.Snapshot.Status);
        Assert.NotNull(reading.Snapshot.TimeToFirstContent);
    }

    [Fact]
    public async Task Model_and_response_are_known_when_the_stream_opens()
    {
        await using var stream = await Wire.OpenAsync(new SampleStream().Begun().Text("a").ToArray());

        Assert.Equal("gpt-5.4-2026-03-05", stream.Model);
        Assert.Equal("resp_1", stream.ResponseId);
        Assert.Equal("req_1", stream.RequestId);
        Assert.NotNull(stream.TimeToFirstContent);
        Assert.Throws<InvalidOperationException>(() => stream.Snapshot);
    }

    [Theory]
    [InlineData("event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delt\n\n")]
    [InlineData("data: not JSON\n\n")]
    [InlineData("event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"\\ud83d\"}\n\n")]
    [InlineData("event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":{\"a\":1}}\n\n")]
    public async Task After_a_damaged_delta_the_rest_comes_from_the_snapshot(string damaged)
    {
        var stream = new SampleStream().Begun().Text("one ").Raw(damaged).Text("three ").Text("four").Completed("one two three four");

        var reading = await Wire.ReadAsync(stream.ToArray());

        Assert.Equal(["one ", "two three four"], reading.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_damage()
    {
        var bytes = new SampleStream().Begun().Text("one ").Text("tw@").Completed("one two").ToArray();
        bytes[bytes.AsSpan().IndexOf((byte)'@')] = 0xC3;

        Assert.Equal(["one ", "two"], (await Wire.ReadAsync(bytes)).Items.Select(item => item.Text));
    }

    [Fact]
    public async Task After_a_gap_in_the_numbers_the_rest_comes_from_the_snapshot()
    {
        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("one ").Skip().Text("three").Completed("one two three").ToArray());

        Assert.Equal(["one ", "two three"], reading.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task A_repeated_event_is_dropped()
    {
        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("one ").Repeat().Text("one ").Text("two").Completed("one two").ToArray());

        Assert.Equal(["one ", "two"], reading.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Numbers_that_never_move_mean_nothing()
    {
        var text = "data: {\"type\":\"response.output_text.delta\",\"sequence_number\":0,\"delta\":\"a\"}\n\n";

        var reading = await Wire.ReadAsync(new SampleStream().Raw(text).Raw(text).Raw(text).Completed("aaa").ToArray());

        Assert.Equal(["a", "a", "a"], reading.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Text_that_was_never_streamed_comes_from_the_snapshot()
    {
        var reading = await Wire.ReadAsync(new SampleStream().Begun().Completed("all at once").ToArray());

        Assert.Equal([(AnswerItemKind.Delta, "all at once")], reading.Items);
    }

    [Fact]
    public async Task A_snapshot_that_contradicts_what_was_shown_is_a_bad_reply()
    {
        var stream = new SampleStream().Begun().Text("one ").Text("two").Completed("one 2");

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.ReadAsync(stream.ToArray()));

        Assert.Equal(FailureSource.BadReply, failure.Failure.Source);
        Assert.Equal("resp_1", failure.Failure.ResponseId);
        Assert.Equal("req_1", failure.Failure.RequestId);
    }

    [Fact]
    public async Task A_snapshot_without_the_text_that_was_streamed_is_a_bad_reply_also_when_read_to_the_end()
    {
        await using var stream = await Wire.OpenAsync(new SampleStream().Begun().Text("one ").Event("response.completed", $"\"response\":{SampleStream.Response("completed")}").ToArray());

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () => await stream.ReadToEndAsync());

        Assert.Equal(FailureSource.BadReply, failure.Failure.Source);
    }

    [Fact]
    public async Task Several_parts_and_messages_are_one_text_in_order()
    {
        var stream = new SampleStream().Begun().Text("a").Text("b").Event(
            "response.completed",
            $$"""
            "response":{"output":[
              {"phase":"commentary","content":[{{SampleStream.Part("a")}}],"type":"message"},
              {"type":"function_call","name":"f","arguments":"{}"},
              {"type":"reasoning","content":[{"type":"reasoning_text","text":"hidden"}],"summary":[{"type":"summary_text","text":"hidden"}]},
              {"type":"message","phase":"final_answer","content":[{"text":"b","type":"output_text"},{"type":"unknown","text":"hidden"}]}],
              "status":"completed","id":"resp_2","model":"m","usage":null}
            """.ReplaceLineEndings(""));

        var reading = await Wire.ReadAsync(stream.ToArray());

        Assert.Equal("ab", reading.Text);
        Assert.Equal("ab", reading.Snapshot.Text);
        Assert.Null(reading.Snapshot.Usage);
    }

    [Fact]
    public async Task Any_order_of_properties_is_read()
    {
        var stream = new SampleStream().Raw("""
            data: {"sequence_number":0,"response":{"model":"m","id":"resp_9"},"type":"response.created"}

            data: {"delta":"a","obfuscation":"x","content_index":0,"output_index":0,"item_id":"msg_1","sequence_number":1,"type":"response.output_text.delta"}

            event: response.output_text.delta
            data: {"delta":"b","sequence_number":2}

            data: {"response":{"output":[{"content":[{"text":"ab","type":"output_text"}]}],"status":"completed"},"sequence_number":3,"type":"response.completed"}


            """.ReplaceLineEndings("\n"));

        var reading = await Wire.ReadAsync(stream.ToArray());

        Assert.Equal(["a", "b"], reading.Items.Select(item => item.Text));
        Assert.Equal(("resp_9", "m"), (reading.Snapshot.Id, reading.Snapshot.Model));
    }

    [Fact]
    public async Task Refusal_and_reasoning_are_items_of_their_own()
    {
        var stream = new SampleStream().Begun()
            .Event("response.reasoning_summary_text.delta", "\"delta\":\"hmm\"")
            .Event("response.refusal.delta", "\"delta\":\"I can\"").Event("response.refusal.delta", "\"delta\":\"not.\"")
            .Event("response.completed", "\"response\":{\"output\":[{\"content\":[{\"type\":\"refusal\",\"refusal\":\"I cannot.\"}]}],\"status\":\"completed\"}");

        var reading = await Wire.ReadAsync(stream.ToArray());

        Assert.Equal([(AnswerItemKind.Reasoning, "hmm"), (AnswerItemKind.Refusal, "I can"), (AnswerItemKind.Refusal, "not.")], reading.Items);
        Assert.Equal("I cannot.", reading.Snapshot.Refusal);
        Assert.Equal("", reading.Snapshot.Text);
    }

    [Fact]
    public async Task Unknown_events_comments_and_empty_deltas_are_passed_over()
    {
        var stream = new SampleStream().Raw(": hello\n\n").Begun().Text("").Event("response.tomorrow", "\"x\":[1,{}]").Raw("event: keepalive\ndata: {}\n\n")
            .Event("response.function_call_arguments.delta", "\"delta\":\"{}\"").Text("a").Raw("id: 9\nretry: 1\n\n").Completed("a");

        var reading = await Wire.ReadAsync(stream.ToArray());

        Assert.Equal(["a"], reading.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task An_incomplete_response_is_returned_with_its_reason()
    {
        var response = SampleStream.Response("incomplete", "cut").Replace("\"incomplete_details\":null", "\"incomplete_details\":{\"reason\":\"max_output_tokens\"}", StringComparison.Ordinal);

        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("cut").Event("response.incomplete", $"\"response\":{response}").ToArray());

        Assert.Equal((ResponseStatus.Incomplete, "max_output_tokens", "cut"), (reading.Snapshot.Status, reading.Snapshot.IncompleteReason, reading.Snapshot.Text));
    }

    [Fact]
    public async Task A_filter_may_take_back_what_was_shown()
    {
        var response = SampleStream.Response("incomplete").Replace("\"incomplete_details\":null", "\"incomplete_details\":{\"reason\":\"content_filter\"}", StringComparison.Ordinal);

        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("bad").Event("response.incomplete", $"\"response\":{response}").ToArray());

        Assert.Equal((ResponseStatus.Incomplete, "content_filter", ""), (reading.Snapshot.Status, reading.Snapshot.IncompleteReason, reading.Snapshot.Text));
    }

    [Theory]
    [InlineData("response.failed", Fail, "server_error", "It broke.")]
    [InlineData("response.completed", Fail, "server_error", "It broke.")]
    [InlineData("error", "\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down.\",\"param\":null", "rate_limit_exceeded", "Slow down.")]
    [InlineData("error", "\"error\":{\"type\":\"server_error\",\"code\":429,\"message\":\"Nested.\"}", "429", "Nested.")]
    [InlineData("error", "\"message\":null", null, null)]
    public async Task Errors_inside_the_stream_fail_the_attempt_before_and_after_content(string type, string members, string? code, string? message)
    {
        foreach (var stream in new[] { new SampleStream().Begun(), new SampleStream().Begun().Text("a") })
        {
            var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.ReadAsync(stream.Event(type, members).ToArray()));

            Assert.Equal((FailureSource.InBand, code, message), (failure.Failure.Source, failure.Failure.Code, failure.Failure.Message));
            Assert.Equal(("resp_1", "req_1"), (failure.Failure.ResponseId, failure.Failure.RequestId));
        }
    }

    [Fact]
    public async Task A_gateways_error_without_type_fails_the_attempt()
    {
        var failure = await Assert.ThrowsAsync<AttemptFailedException>(
            () => Wire.ReadAsync(new SampleStream().Begun().Raw("data: {\"error\":{\"message\":\"upstream\",\"code\":502}}\n\n").ToArray()));

        Assert.Equal((FailureSource.InBand, "502", "upstream"), (failure.Failure.Source, failure.Failure.Code, failure.Failure.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("event: response.completed\ndata: {\"type\":\"response.completed\"}\n\n")]
    [InlineData("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{}}\n\n")]
    [InlineData("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":null}\n\n")]
    [InlineData("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"output\":[\n\n")]
    [InlineData("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"output\":[]}}\n")]
    public async Task Without_a_readable_terminal_event_a_stream_is_truncated(string end)
    {
        foreach (var stream in new[] { new SampleStream().Begun(), new SampleStream().Begun().Text("a") })
        {
            var bytes = stream.Raw(end).ToArray();
            Assert.Equal(FailureSource.Truncated, (await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.ReadAsync(bytes))).Failure.Source);
            Assert.Equal(FailureSource.Truncated, (await Assert.ThrowsAsync<AttemptFailedException>(async () =>
            {
                await using var whole = await Wire.OpenAsync(bytes);
                await whole.ReadToEndAsync();
            })).Failure.Source);
        }
    }

    [Fact]
    public async Task Nothing_behind_the_terminal_event_counts()
    {
        var reading = await Wire.ReadAsync(new SampleStream().Begun().Text("a").Completed("a").Raw("data: [DONE]\n\n").Event("error", "\"message\":\"late\"").ToArray());

        Assert.Equal("a", reading.Snapshot.Text);
    }

    [Fact]
    public async Task The_end_can_be_asked_for_again()
    {
        await using var stream = await Wire.OpenAsync(new SampleStream().Begun().Text("a").Completed("a").ToArray());
        await Wire.ReadItemsAsync(stream);

        Assert.False(await stream.MoveNextAsync());
        Assert.Equal("a", (await stream.ReadToEndAsync()).Text);
    }

    [Fact]
    public async Task An_event_beyond_the_limit_is_a_bad_reply()
    {
        var line = Enumerable.Repeat(new byte[1024 * 1024], 40).Prepend("data: "u8.ToArray());

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.OpenAsync(new ChunkStream(line, ChunkStream.End.Silent)));

        Assert.Equal(FailureSource.BadReply, failure.Failure.Source);
    }
}
