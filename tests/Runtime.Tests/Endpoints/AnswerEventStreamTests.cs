using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Endpoints;

public sealed class AnswerEventStreamTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_tell_the_whole_story_of_an_answer(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var events = await runtime.EventsAsync(TestRuntime.Refine(TestRuntime.Method(), stream)).ToListAsync();

        Assert.Equal(new LlmEvent<string>.Started(TestRuntime.Primary, "resp_fake"), events[0]);
        Assert.Equal(new LlmEvent<string>.Delta("hello"), events[1]);
        Assert.Equal("hello", Assert.IsType<LlmEvent<string>.Completed>(events[2]).Result.Value);
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public async Task Broken_stream_ends_with_an_error_by_default()
    {
        using var runtime = new TestRuntime(request => Replies.CutAfter(request, "hel"));
        var (items, exception) = await runtime.EventsAsync().ReadToFailureAsync();

        Assert.Equal([typeof(LlmEvent<string>.Started), typeof(LlmEvent<string>.Delta)], items.Select(item => item.GetType()));
        Assert.Equal((LlmFailureKind.StreamTruncated, "hel"), (exception.Kind, exception.GetPartialText()));
        Assert.Single(runtime.Service.Requests);
        Assert.Contains("OnInterrupted = InterruptedStream.Restart a fallback takes over", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("add a fallback", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_text_that_was_handed_out_cannot_be_taken_back()
    {
        using var runtime = new TestRuntime(request => Replies.CutAfter(request, "hel"));
        var (_, exception) = await runtime.StreamAsync().ReadToFailureAsync();

        Assert.Equal(LlmFailureKind.StreamTruncated, exception.Kind);
        Assert.Contains("What was handed out cannot be taken back", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("add a fallback", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_stream_restarts_on_the_next_model_if_it_may()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.CutAfter(request, "hel")
            : Replies.Text(request, "hello"));
        var events = await runtime.EventsAsync(Restarting()).ToListAsync();

        Assert.Equal(new LlmEvent<string>.Delta("hel"), events[1]);
        var restarted = Assert.IsType<LlmEvent<string>.Restarted>(events[2]);
        Assert.Equal((TestRuntime.Primary, LlmFailureKind.StreamTruncated), (restarted.Interrupted.Model, restarted.Interrupted.Failure));
        Assert.Equal(new LlmEvent<string>.Started(TestRuntime.Fallback, "resp_fake"), events[3]);
        Assert.Equal(new LlmEvent<string>.Delta("hello"), events[4]);
        var result = Assert.IsType<LlmEvent<string>.Completed>(events[5]).Result;
        Assert.Equal(("hello", 2), (result.Value, result.Attempts.Count));
    }

    [Fact]
    public async Task Error_inside_a_stream_restarts_on_the_next_model_and_not_on_the_same()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.FailedAfter(request, "server_error", "hel")
            : Replies.Text(request, "hello"));
        await runtime.EventsAsync(Restarting()).ToListAsync();

        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
    }

    [Fact]
    public async Task Restarts_end_with_the_attempts()
    {
        using var runtime = new TestRuntime(request => Replies.CutAfter(request, request.Model));
        var (items, exception) = await runtime.EventsAsync(TestRuntime.Refine(TestRuntime.Method("5.4", "5.6-sol", "6-luna"), onInterrupted: InterruptedStream.Restart, maxAttempts: 2))
            .ReadToFailureAsync();

        Assert.Equal(2, runtime.Service.Requests.Count);
        Assert.Single(items.OfType<LlmEvent<string>.Restarted>());
        Assert.Equal((LlmFailureKind.StreamTruncated, TestRuntime.Fallback), (exception.Kind, exception.GetPartialText()));
    }

    [Fact]
    public async Task Content_filter_is_not_restarted()
    {
        using var runtime = new TestRuntime(request => Replies.FailedAfter(request, "cyber_policy", "hel"));
        var (_, exception) = await runtime.EventsAsync(Restarting()).ReadToFailureAsync();

        Assert.Equal((LlmFailureKind.ContentFiltered, "hel"), (exception.Kind, exception.GetPartialText()));
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Both_tokens_cancel()
    {
        using var cancellation = new CancellationTokenSource();
        using var runtime = new TestRuntime(request => Replies.StallAfter(request, "hel"));
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in runtime.EventsAsync(Restarting()).WithCancellation(cancellation.Token))
            {
                if (item is LlmEvent<string>.Delta)
                {
                    cancellation.CancelAfter(TimeSpan.Zero);
                }
            }
        });

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Reader_who_leaves_before_the_first_event_leaves_nothing_behind()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        await runtime.EventsAsync().GetAsyncEnumerator().DisposeAsync();
        await runtime.StreamAsync().GetAsyncEnumerator().DisposeAsync();

        Assert.Empty(runtime.Clock.ArmedTimers);
        Assert.Empty(runtime.Service.Requests);
    }

    private static CompilerServices.EndpointMethod Restarting() =>
        TestRuntime.Refine(TestRuntime.Method(), onInterrupted: InterruptedStream.Restart);
}
