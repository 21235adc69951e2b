using Microsoft.Extensions.Options;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Endpoints;

/// <summary>Whatever is wrong is said in a typed error that names the place and what to do, before any request where possible.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void Missing_key_names_the_setting_and_the_variable()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => LlmRuntime.Create(new TypedLlmOptions(), static _ => null));

        Assert.Contains("TypedLlm:Providers:openai:ApiKey is not set", exception.Message, StringComparison.Ordinal);
        Assert.Contains("OPENAI_API_KEY", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("llm.test/v1")]
    [InlineData("ftp://llm.test")]
    [InlineData("http://user:pass@llm.test")]
    [InlineData("http://llm.test/v1?key=x")]
    public void Base_url_that_cannot_work_names_the_setting(string url)
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk", BaseUrl = url };
        var exception = Assert.Throws<OptionsValidationException>(() => LlmRuntime.Create(options, static _ => null));

        Assert.Contains("TypedLlm:Providers:openai:BaseUrl", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_host_is_a_failed_connection()
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk", BaseUrl = "http://127.0.0.1:1/v1" };
        using var runtime = LlmRuntime.Create(options, static _ => null);
        var exception = await Assert.ThrowsAsync<LlmException>(
            () => runtime.Invoker.CallAsync(TestRuntime.Method(), new TestPrompt("hi"), null, CancellationToken.None));

        Assert.Equal(LlmFailureKind.ConnectionFailed, exception.Kind);
        Assert.NotNull(FirstRequestException(exception));
        Assert.Contains("BaseUrl", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_provider_names_method_model_and_settings()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"), options =>
        {
            options.Providers.Clear();
            options.Providers["acme"] = new ProviderOptions { ApiKey = "sk", BaseUrl = "http://acme.test" };
        });
        var exception = await runtime.FailAsync(runtime.AskAsync());

        Assert.Equal(LlmFailureKind.Configuration, exception.Kind);
        Assert.Contains("Shop.ISupportDesk.AnswerAsync: 'gpt-5.4' is served by provider 'openai'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("TypedLlm:Providers:openai:BaseUrl", exception.Message, StringComparison.Ordinal);
        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public async Task Unknown_model_names_method_and_near_names()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("gpt-5.44")));

        Assert.Equal(LlmFailureKind.UnknownModel, exception.Kind);
        Assert.Contains("Shop.ISupportDesk.AnswerAsync: The catalog knows no model 'gpt-5.44'; did you mean 'gpt-5.4'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public async Task Settings_of_a_method_that_cannot_work_are_named()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var method = TestRuntime.Method();
        (CompilerServices.EndpointMethod Method, string Setting)[] all =
        [
            (TestRuntime.Refine(method, maxAttempts: 0), "MaxAttempts"),
            (TestRuntime.Refine(method, timeoutMs: 0), "TimeoutMs"),
            (TestRuntime.Refine(method, maxOutputTokens: 15), "MaxOutputTokens"),
            (TestRuntime.Refine(method, temperature: -1), "Temperature"),
            (TestRuntime.Refine(method, effort: (Effort)(-1)), "Effort"),
            (TestRuntime.Refine(method, onInterrupted: (InterruptedStream)2), "OnInterrupted"),
            (TestRuntime.Refine(method, priceRatio: -1), "MaxFallbackPriceRatio"),
            (TestRuntime.Refine(method, priceRatio: double.NaN), "MaxFallbackPriceRatio"),
        ];
        foreach (var (refined, setting) in all)
        {
            var exception = await runtime.FailAsync(runtime.AskAsync(refined));
            Assert.Equal(LlmFailureKind.Configuration, exception.Kind);
            Assert.Contains($"Shop.ISupportDesk.AnswerAsync: {setting} must be", exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public async Task Chain_without_a_model_that_may_be_asked_says_why_for_each()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"), options => options.Deny.Add("gpt-5.4"));
        var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4", "5.3")));

        Assert.Equal(LlmFailureKind.NoEligibleModel, exception.Kind);
        Assert.Contains("TypedLlm:Deny", exception.Attempts[0].Reason, StringComparison.Ordinal);
        Assert.Contains("shut down on 2026-08-10", exception.Attempts[1].Reason, StringComparison.Ordinal);
        Assert.All(exception.Attempts, attempt => Assert.Contains(attempt.Reason!, exception.Message, StringComparison.Ordinal));
        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public async Task Prompt_too_long_for_every_model_is_not_sent_twice_to_any()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(400, "context_length_exceeded"));
        var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("gpt-4o", "5.4-mini", "5.4")));

        Assert.Equal(LlmFailureKind.ContextLengthExceeded, exception.Kind);
        Assert.Equal(["gpt-4o", "gpt-5.4-mini", "gpt-5.4"], runtime.Service.Models);
        Assert.Contains("Shorten the prompt", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_outside_of_what_the_service_takes_are_refused_at_once()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        LlmCallOptions[] all =
        [
            new() { MaxOutputTokens = 15 },
            new() { Temperature = 2.1 },
            new() { Temperature = double.NaN },
            new() { Effort = (Effort)7 },
            new() { ServiceTier = (ServiceTier)(-1) },
            new() { Timeout = TimeSpan.Zero },
            new() { Timeout = TimeSpan.MaxValue },
            new() { Metadata = Enumerable.Range(0, 17).ToDictionary(i => $"{i}", i => "x") },
            new() { Metadata = new Dictionary<string, string> { [new string('k', 65)] = "x" } },
            new() { Metadata = new Dictionary<string, string> { ["k"] = new string('v', 513) } },
        ];
        foreach (var options in all)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => runtime.AskAsync(options: options));
            Assert.Throws<ArgumentException>(() => runtime.StreamAsync(options: options));
            Assert.Throws<ArgumentException>(() => runtime.EventsAsync(options: options));
        }

        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public void Client_that_is_handed_over_loses_its_timeout()
    {
        using var client = new HttpClient();
        var options = new TypedLlmOptions { CreateHttpClient = () => client };
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk" };
        using var runtime = LlmRuntime.Create(options, static _ => null);

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public async Task Null_method_is_refused()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));

        await Assert.ThrowsAsync<ArgumentNullException>(() => runtime.Runtime.Invoker.CallAsync(null!, new TestPrompt("hi"), null, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => runtime.Runtime.Invoker.StreamAsync(null!, new TestPrompt("hi"), null, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => LlmRuntime.Create((TypedLlmOptions)null!));
    }

    [Fact]
    public async Task Cancelled_token_sends_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));

        Assert.True(runtime.AskAsync(ct: cancelled).IsCanceled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await runtime.StreamAsync(ct: cancelled).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await runtime.StreamAsync().ToListAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await runtime.EventsAsync(ct: cancelled).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await runtime.EventsAsync().ToListAsync(cancelled));
        Assert.Empty(runtime.Service.Requests);
    }

    [Fact]
    public async Task Disposed_runtime_refuses_every_call_and_closes_its_client()
    {
        var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var early = runtime.StreamAsync();
        await runtime.Runtime.DisposeAsync();
        runtime.Dispose();

        Assert.True(runtime.Service.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => runtime.AskAsync());
        Assert.Throws<ObjectDisposedException>(() => runtime.StreamAsync());
        Assert.Throws<ObjectDisposedException>(() => runtime.EventsAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await early.ToListAsync());
        Assert.Empty(runtime.Service.Requests);
    }

    private static HttpRequestException? FirstRequestException(Exception? exception) =>
        exception is null or HttpRequestException ? exception as HttpRequestException : FirstRequestException(exception.InnerException);
}
