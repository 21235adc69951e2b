using TypedLlm.Runtime.Tests.Fakes;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests.Routing;

/// <summary>What is sent again, when, and what is remembered for the next call.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task Retry_after_is_waited_for_in_full()
    {
        var isFirst = true;
        using var runtime = new TestRuntime(request =>
        {
            var reply = isFirst ? Replies.Error(429, "rate_limit_exceeded", retryAfter: "2") : Replies.Text(request, "hello");
            isFirst = false;
            return reply;
        });
        var call = runtime.AskAsync();
        await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(2));
        var result = await call;

        Assert.Equal(["gpt-5.4", "gpt-5.4"], runtime.Service.Models);
        Assert.Equal(TimeSpan.FromSeconds(2), runtime.Service.Requests[1].At - runtime.Service.Requests[0].At);
        Assert.Equal(LlmFailureKind.RateLimited, result.Attempts[0].Failure);
    }

    [Theory]
    [InlineData("121", null)]
    [InlineData("30", 20_000)]
    [InlineData(null, null)]
    public async Task Wait_that_is_too_long_or_unknown_goes_on_at_once(string? retryAfter, int? timeoutMs)
    {
        using var runtime = new TestRuntime(request =>
            request.Model == TestRuntime.Primary ? Replies.Error(429, "rate_limit_exceeded", retryAfter: retryAfter) : Replies.Text(request, "hello"));
        await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), timeoutMs: timeoutMs));

        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
        Assert.Equal(TimeSpan.Zero, runtime.Clock.Elapsed);
    }

    [Fact]
    public async Task Rate_limit_without_another_model_says_when_to_come_back()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(429, "rate_limit_exceeded", retryAfter: "300"));
        var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4")));

        Assert.Equal((LlmFailureKind.RateLimited, TimeSpan.FromSeconds(300)), (exception.Kind, exception.RetryAfter));
    }

    [Fact]
    public async Task Overload_is_given_a_second()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(503));
        await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4")));

        Assert.Equal(2, runtime.Service.Requests.Count);
        Assert.True(runtime.Service.Requests[1].At - runtime.Service.Requests[0].At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Reset_is_repeated_at_once()
    {
        var isFirst = true;
        using var runtime = new TestRuntime(request =>
        {
            var wasFirst = isFirst;
            isFirst = false;
            return wasFirst ? Replies.Reset() : Replies.Text(request, "hello");
        });
        await runtime.AskAsync();

        Assert.Equal(["gpt-5.4", "gpt-5.4"], runtime.Service.Models);
        Assert.Equal(TimeSpan.Zero, runtime.Clock.Elapsed);
    }

    [Fact]
    public async Task Silent_route_is_not_asked_twice()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary ? Replies.Silence(request) : Replies.Text(request, "hello"));
        var call = runtime.AskAsync();
        await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        var result = await call;

        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
        Assert.Equal(LlmFailureKind.NoResponse, result.Attempts[0].Failure);
    }

    [Fact]
    public async Task Cut_stream_is_repeated_on_the_same_model_only_when_it_is_the_last()
    {
        using var two = new TestRuntime(request => request.Model == TestRuntime.Primary ? Replies.CutAfter(request, "hel") : Replies.Text(request, "hello"));
        Assert.Equal("hello", (await two.DriveAsync(two.AskAsync())).Value);
        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], two.Service.Models);

        using var one = new TestRuntime(request => Replies.CutAfter(request, "hel"));
        var exception = await one.FailAsync(one.AskAsync(TestRuntime.Method("5.4")));
        Assert.Equal(["gpt-5.4", "gpt-5.4"], one.Service.Models);
        Assert.Equal(LlmFailureKind.StreamTruncated, exception.Kind);
    }

    [Fact]
    public async Task Organization_that_may_not_stream_is_asked_for_whole_answers_from_then_on()
    {
        var log = new LogRecorder();
        using var runtime = new TestRuntime(
            request => request.Stream ? Replies.Error(400, "unsupported_value", param: "stream") : Replies.Text(request, "hello"),
            options => options.LoggerFactory = log);
        Assert.Equal("hello", (await runtime.AskAsync()).Value);
        Assert.Equal("hello", (await runtime.AskAsync()).Value);
        Assert.Equal(["hello"], await runtime.StreamAsync().ToListAsync());

        Assert.Equal([true, false, false, false], runtime.Service.Requests.Select(request => request.Stream));
        Assert.Single(log.Events, entry => entry.Id == 5);
    }

    [Fact]
    public async Task Missing_model_is_remembered_for_ten_minutes()
    {
        using var runtime = new TestRuntime(request =>
            request.Model == TestRuntime.Primary ? Replies.Error(404, "model_not_found", param: "model") : Replies.Text(request, "hello"));
        await runtime.AskAsync();
        await runtime.AskAsync();
        runtime.Clock.Advance(TimeSpan.FromMinutes(10));
        await runtime.AskAsync();

        Assert.Equal(
            [TestRuntime.Primary, TestRuntime.Fallback, TestRuntime.Fallback, TestRuntime.Primary, TestRuntime.Fallback],
            runtime.Service.Models);
    }

    [Fact]
    public async Task Primary_that_is_down_for_a_minute_is_left_alone_and_soon_back()
    {
        var outage = new ManualClock().Start.AddSeconds(60);
        using var runtime = new TestRuntime(request =>
            request.Model == TestRuntime.Primary && request.At < outage ? Replies.Error(503) : Replies.Text(request, "hello"));
        for (var second = 0; second < 120; second += 4)
        {
            Assert.Equal("hello", (await runtime.DriveAsync(runtime.AskAsync())).Value);
            runtime.Clock.Advance(runtime.Clock.Start.AddSeconds(second + 4) - runtime.Clock.GetUtcNow());
        }

        var asked = runtime.Service.Requests.Where(request => request.Model == TestRuntime.Primary).ToList();
        Assert.InRange(asked.Count(request => request.At < outage), 1, 10);
        Assert.True(asked.First(request => request.At >= outage).At <= outage.AddSeconds(30));
        Assert.Equal(TestRuntime.Primary, runtime.Service.Models[^1]);
    }

    [Fact]
    public async Task When_all_models_cool_down_one_call_probes_and_the_others_fail_at_once()
    {
        var isDown = true;
        var probe = new TaskCompletionSource();
        using var runtime = new TestRuntime(async request =>
        {
            if (isDown)
            {
                return await Replies.Error(500);
            }

            await probe.Task;
            return await Replies.Text(request, "hello");
        });
        for (var i = 0; i < 8; i++)
        {
            await runtime.FailAsync(runtime.AskAsync());
        }

        isDown = false;
        var before = runtime.Service.Requests.Count;
        var probing = runtime.AskAsync();
        var exception = await Assert.ThrowsAsync<LlmException>(() => runtime.AskAsync());
        Assert.Equal(LlmFailureKind.NoEligibleModel, exception.Kind);
        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], exception.Attempts.Select(attempt => attempt.Model));
        Assert.All(exception.Attempts, attempt => Assert.Equal((AttemptOutcome.Skipped, LlmFailureKind.ServerError), (attempt.Outcome, attempt.Failure)));

        probe.SetResult();
        Assert.Equal("hello", (await probing).Value);
        Assert.Equal("hello", (await runtime.AskAsync()).Value);
        Assert.Equal(before + 2, runtime.Service.Requests.Count);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public async Task Thousand_calls_that_all_fail_are_not_multiplied(int minimumAttempts)
    {
        using var runtime = new TestRuntime(_ => Replies.Error(500), options => options.Breaker.MinimumAttempts = minimumAttempts);
        var calls = new List<Task>();
        for (var i = 0; i < 1000; i++)
        {
            calls.Add(Assert.ThrowsAsync<LlmException>(() => runtime.AskAsync()));
            runtime.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        await runtime.DriveAsync(Task.WhenAll(calls).ContinueWith(_ => true, TaskScheduler.Default));

        Assert.All(runtime.Service.Models.CountBy(model => model), count => Assert.InRange(count.Value, 1, 1250));
    }
}
