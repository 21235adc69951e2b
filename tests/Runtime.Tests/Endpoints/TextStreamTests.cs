using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Endpoints;

public sealed class TextStreamTests
{
    [Fact]
    public async Task Text_is_handed_out_as_it_comes_and_its_end_is_reported_once()
    {
        var results = new List<LlmResult<string>>();
        using var runtime = new TestRuntime(request => Replies.Text(request, "hel", "lo", " there"));
        var texts = await runtime.StreamAsync(options: new LlmCallOptions { OnCompleted = results.Add }).ToListAsync();

        Assert.Equal(["hel", "lo", " there"], texts);
        Assert.Equal("hello there", Assert.Single(results).Value);
    }

    [Fact]
    public async Task Each_enumeration_is_a_call_of_its_own()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var stream = runtime.StreamAsync();
        Assert.Empty(runtime.Service.Requests);

        await stream.ToListAsync();
        await stream.ToListAsync();
        Assert.Equal(2, runtime.Service.Requests.Count);
    }

    [Fact]
    public async Task What_breaks_before_the_first_text_is_repaired_unseen()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.FailedAfter(request, "model_not_found")
            : Replies.Text(request, "hello"));

        Assert.Equal(["hello"], await runtime.StreamAsync().ToListAsync());
        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
    }

    [Fact]
    public async Task What_breaks_after_reasoning_and_before_text_is_repaired_unseen()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.CutAfterReasoning(request)
            : Replies.Text(request, "hello"));

        Assert.Equal(["hello"], await runtime.StreamAsync().ToListAsync());
        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
    }

    [Fact]
    public async Task Stream_that_failed_has_ended()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(400, "invalid_value"));
        await using var items = runtime.StreamAsync().GetAsyncEnumerator();

        await Assert.ThrowsAsync<LlmException>(async () => await items.MoveNextAsync());
        Assert.False(await items.MoveNextAsync());
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task What_the_callers_callback_throws_is_thrown_and_nothing_is_left_behind()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var options = new LlmCallOptions { OnCompleted = static _ => throw new InvalidOperationException("The disk is full.") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => runtime.AskAsync(options: options));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await runtime.StreamAsync(options: options).ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await runtime.EventsAsync(options: options).ToListAsync());
        Assert.Equal(3, runtime.Service.Requests.Count);
        Assert.Empty(runtime.Clock.ArmedTimers);
    }

    [Fact]
    public async Task Cut_after_the_first_text_is_an_error_and_nothing_is_spliced()
    {
        using var runtime = new TestRuntime(request => Replies.CutAfter(request, "hel", "lo"));
        var (items, exception) = await runtime.StreamAsync().ReadToFailureAsync();

        Assert.Equal(["hel", "lo"], items);
        Assert.Equal((LlmFailureKind.StreamTruncated, "hello"), (exception.Kind, exception.GetPartialText()));
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Error_after_the_first_text_has_the_kind_of_its_code()
    {
        using var runtime = new TestRuntime(request => Replies.FailedAfter(request, "rate_limit_exceeded", "hel"));
        var (_, exception) = await runtime.StreamAsync().ReadToFailureAsync();

        Assert.Equal((LlmFailureKind.RateLimited, "hel", "words of the service"), (exception.Kind, exception.GetPartialText(), exception.GetProviderMessage()));
    }

    [Fact]
    public async Task Failures_after_the_first_text_count_for_the_breaker()
    {
        var cuts = 0;
        using var runtime = new TestRuntime(request =>
        {
            cuts += request.Model == TestRuntime.Primary ? 1 : 0;
            return request.Model == TestRuntime.Primary ? Replies.CutAfter(request, "hel") : Replies.Text(request, "hello");
        });
        for (var i = 0; i < 6; i++)
        {
            await runtime.StreamAsync().ReadToFailureAsync();
        }

        Assert.Equal(["hello"], await runtime.StreamAsync().ToListAsync());
        Assert.Equal(6, cuts);
    }

    [Fact]
    public async Task Silence_after_the_first_text_ends_at_the_idle_limit()
    {
        using var runtime = new TestRuntime(
            request => Replies.StallAfter(request, "hel"),
            options => options.Timers.Idle = TimeSpan.FromSeconds(7));
        var reading = runtime.StreamAsync().ReadToFailureAsync();
        await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(7));
        var (items, exception) = await reading;

        Assert.Equal(["hel"], items);
        Assert.Equal((LlmFailureKind.StreamStalled, "hel"), (exception.Kind, exception.GetPartialText()));
    }

    [Fact]
    public async Task Deadline_ends_a_stream()
    {
        using var runtime = new TestRuntime(request => Replies.StallAfter(request, "hel"), options => options.Timers.StreamDeadline = TimeSpan.FromSeconds(9));
        var reading = runtime.StreamAsync().ReadToFailureAsync();
        await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(9));

        Assert.Equal(LlmFailureKind.DeadlineExceeded, (await reading).Exception.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_of_the_method_and_token_of_the_enumerator_both_cancel(bool byMethod)
    {
        using var cancellation = new CancellationTokenSource();
        using var runtime = new TestRuntime(request => Replies.StallAfter(request, "hel"));
        var items = runtime.StreamAsync(ct: byMethod ? cancellation.Token : default).GetAsyncEnumerator(byMethod ? default : cancellation.Token);
        Assert.True(await items.MoveNextAsync());
        var next = items.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.False(await items.MoveNextAsync());
        await items.DisposeAsync();
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Reader_who_leaves_closes_the_connection()
    {
        using var runtime = new TestRuntime(request => Replies.StallAfter(request, "hel"));
        var items = runtime.StreamAsync().GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.NotEmpty(runtime.Clock.ArmedTimers);
        await items.DisposeAsync();

        Assert.Empty(runtime.Clock.ArmedTimers);
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Refusal_is_an_error_and_no_text()
    {
        using var runtime = new TestRuntime(request => Replies.Refusal(request, "I cannot"));
        var (items, exception) = await runtime.StreamAsync().ReadToFailureAsync();

        Assert.Empty(items);
        Assert.Equal((LlmFailureKind.Refusal, "I cannot"), (exception.Kind, exception.GetPartialText()));
    }

    [Fact]
    public async Task Empty_answer_is_a_success_without_items()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request));

        Assert.Empty(await runtime.StreamAsync().ToListAsync());
    }
}
