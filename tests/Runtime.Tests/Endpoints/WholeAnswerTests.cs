using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Endpoints;

public sealed class WholeAnswerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_comes_with_what_it_took(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hel", "lo"));
        var result = await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), stream));

        Assert.Equal(stream, runtime.Service.Requests.Single().Stream);
        Assert.Equal(("hello", TestRuntime.Primary, "resp_fake"), (result.Value, result.Model, result.ResponseId));
        Assert.Equal(new LlmUsage(1000, 100), result.Usage);
        Assert.Equal(FinishReason.Stop, result.FinishReason);
        var attempt = Assert.Single(result.Attempts);
        Assert.Equal((AttemptOutcome.Succeeded, Replies.RequestId), (attempt.Outcome, attempt.RequestId));
        Assert.Equal(runtime.Clock.Start, attempt.StartedAt);
        Assert.Equal(result.Cost, attempt.Cost);
        Assert.NotNull(result.Cost);
    }

    [Fact]
    public async Task Text_alone_is_the_same_text()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));

        Assert.Equal("hello", await runtime.Runtime.Invoker.CallAsync(TestRuntime.Method(), new TestPrompt("hi"), null, CancellationToken.None));
    }

    [Fact]
    public async Task Options_of_the_call_win_over_the_method()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var method = TestRuntime.Refine(TestRuntime.Method(), effort: Effort.Low, maxOutputTokens: 100);
        var metadata = new Dictionary<string, string> { ["tenant"] = "seven" };
        await runtime.AskAsync(method, new LlmCallOptions { Effort = Effort.High, ServiceTier = ServiceTier.Flex, Metadata = metadata });

        var body = runtime.Service.Requests.Single().Json;
        Assert.Equal("high", body.GetProperty("reasoning").GetProperty("effort").GetString());
        Assert.Equal(100, body.GetProperty("max_output_tokens").GetInt32());
        Assert.Equal("flex", body.GetProperty("service_tier").GetString());
        Assert.Equal("seven", body.GetProperty("metadata").GetProperty("tenant").GetString());
        Assert.False(body.GetProperty("store").GetBoolean());
    }

    [Fact]
    public async Task Completion_is_reported_once_with_the_result()
    {
        var results = new List<LlmResult<string>>();
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary ? Replies.Error(404) : Replies.Text(request, "hello"));
        var result = await runtime.AskAsync(options: new LlmCallOptions { OnCompleted = results.Add });

        Assert.Same(result, Assert.Single(results));
    }

    [Fact]
    public async Task Deadline_ends_a_call_that_waits_and_names_the_attempt()
    {
        using var runtime = new TestRuntime(Replies.Silence);
        var call = runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), timeoutMs: 10_000));
        await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(10));
        var exception = await Assert.ThrowsAsync<LlmException>(() => call);

        Assert.Equal(LlmFailureKind.DeadlineExceeded, exception.Kind);
        var attempt = Assert.Single(exception.Attempts);
        Assert.Equal((TestRuntime.Primary, LlmFailureKind.DeadlineExceeded), (attempt.Model, attempt.Failure));
        Assert.Equal(TimeSpan.FromSeconds(10), attempt.Duration);
    }

    [Fact]
    public async Task Unary_request_waits_for_the_whole_deadline()
    {
        using var runtime = new TestRuntime(Replies.Silence);
        var call = runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), stream: false), new LlmCallOptions { Timeout = TimeSpan.FromMinutes(3) });
        await runtime.Clock.WaitForTimerAsync(TimeSpan.FromMinutes(3));

        Assert.Single(runtime.Clock.ArmedTimers);
        runtime.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(LlmFailureKind.DeadlineExceeded, (await Assert.ThrowsAsync<LlmException>(() => call)).Kind);
    }

    [Fact]
    public async Task Caller_who_cancels_gets_the_own_token_back_and_nobody_else_is_asked()
    {
        using var cancellation = new CancellationTokenSource();
        using var runtime = new TestRuntime(Replies.Silence);
        var call = runtime.AskAsync(ct: cancellation.Token);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.True(Assert.Single(runtime.Service.Requests).Aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Caller_may_cancel_the_wait_before_a_repeat()
    {
        using var cancellation = new CancellationTokenSource();
        using var runtime = new TestRuntime(_ => Replies.Error(429, retryAfter: "60"));
        var call = runtime.AskAsync(ct: cancellation.Token);
        await runtime.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task Answers_that_are_no_success_are_errors_of_their_kind_and_asked_for_once()
    {
        await Check(request => Replies.Incomplete(request, "max_output_tokens", "hel"), LlmFailureKind.OutputTruncated, partial: "hel");
        await Check(request => Replies.Incomplete(request, "content_filter", "hel"), LlmFailureKind.ContentFiltered, partial: "hel");
        await Check(request => Replies.Refusal(request, "I cannot"), LlmFailureKind.Refusal, partial: "I cannot");
        await Check(_ => Replies.Error(400, "content_policy_violation"), LlmFailureKind.ContentFiltered, partial: null);
        await Check(_ => Replies.Error(400, "invalid_value"), LlmFailureKind.InvalidRequest, partial: null);
        await Check(_ => Replies.Error(413), LlmFailureKind.RequestTooLarge, partial: null);

        static async Task Check(Func<FakeRequest, Task<HttpResponseMessage>> answer, LlmFailureKind kind, string? partial)
        {
            foreach (var stream in new[] { true, false })
            {
                using var runtime = new TestRuntime(answer);
                var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), stream)));

                Assert.Equal((kind, partial), (exception.Kind, exception.GetPartialText()));
                Assert.Single(runtime.Service.Requests);
                Assert.Equal([Replies.RequestId], exception.RequestIds);
            }
        }
    }

    [Fact]
    public async Task Key_is_asked_for_on_every_call()
    {
        var key = "sk-first";
        using var runtime = new TestRuntime(
            request => Replies.Text(request, "hello"),
            options => options.Providers["openai"] = new ProviderOptions { BaseUrl = "http://llm.test/v1", GetApiKeyAsync = _ => new(key) });
        await runtime.AskAsync();
        key = "sk-second";
        await runtime.AskAsync();

        Assert.Equal(["sk-first", "sk-second"], runtime.Service.Requests.Select(request => request.Key));
    }

    [Fact]
    public async Task New_key_is_not_held_to_what_the_old_one_did()
    {
        var key = "sk-revoked";
        using var runtime = new TestRuntime(
            request => request.Key == "sk-revoked" ? Replies.Error(401, "invalid_api_key") : Replies.Text(request, "hello"),
            options => options.Providers["openai"] = new ProviderOptions { BaseUrl = "http://llm.test/v1", GetApiKeyAsync = _ => new(key) });
        await runtime.FailAsync(runtime.AskAsync());
        Assert.Equal(LlmFailureKind.NoEligibleModel, (await runtime.FailAsync(runtime.AskAsync())).Kind);

        key = "sk-good";
        Assert.Equal("hello", (await runtime.AskAsync()).Value);
        Assert.Equal(2, runtime.Service.Requests.Count);
    }

    [Fact]
    public async Task Key_source_that_fails_is_an_error_before_any_request()
    {
        var reason = new InvalidOperationException("The vault is sealed.");
        using var runtime = new TestRuntime(
            request => Replies.Text(request, "hello"),
            options => options.Providers["openai"] = new ProviderOptions { BaseUrl = "http://llm.test/v1", GetApiKeyAsync = _ => throw reason });
        var exception = await runtime.FailAsync(runtime.AskAsync());

        Assert.Equal(LlmFailureKind.Authentication, exception.Kind);
        Assert.Same(reason, exception.InnerException);
        Assert.Empty(runtime.Service.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk-with\nline")]
    public async Task Key_that_cannot_be_sent_is_an_error_before_any_request(string key)
    {
        using var runtime = new TestRuntime(
            request => Replies.Text(request, "hello"),
            options => options.Providers["openai"] = new ProviderOptions { BaseUrl = "http://llm.test/v1", GetApiKeyAsync = _ => new(key) });
        var exception = await runtime.FailAsync(runtime.AskAsync());

        Assert.Equal(LlmFailureKind.Authentication, exception.Kind);
        Assert.Empty(runtime.Service.Requests);
    }
}
