using Microsoft.Extensions.Logging;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Routing;

/// <summary>Which models of a chain are asked, in which order, and what is said about the others.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task Short_names_are_sent_as_ids()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var result = await runtime.AskAsync(TestRuntime.Method("5.4"));

        Assert.Equal(["gpt-5.4"], runtime.Service.Models);
        Assert.Equal(("hello", "gpt-5.4"), (result.Value, result.Model));
    }

    [Fact]
    public async Task Model_that_is_shut_down_is_passed_over_without_a_request()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var result = await runtime.AskAsync(TestRuntime.Method("5.3", "5.4"));

        Assert.Equal(["gpt-5.4"], runtime.Service.Models);
        Assert.Equal((AttemptOutcome.Skipped, "gpt-5.3-chat-latest"), (result.Attempts[0].Outcome, result.Attempts[0].Model));
        Assert.Contains("shut down on 2026-08-10", result.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_of_the_shutdown_is_compared_with_the_clock()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        var method = TestRuntime.Method("gpt-5", "5.4");
        await runtime.AskAsync(method);
        runtime.Clock.Advance(TimeSpan.FromDays(30));
        await runtime.AskAsync(method);

        Assert.Equal(["gpt-5", "gpt-5.4"], runtime.Service.Models);
    }

    [Fact]
    public async Task Lists_of_the_settings_decide_who_may_be_asked()
    {
        using var allow = new TestRuntime(request => Replies.Text(request, "hello"), options => options.Allow.Add("5.6-sol"));
        using var deny = new TestRuntime(request => Replies.Text(request, "hello"), options => options.Deny.Add("5.4"));

        foreach (var runtime in new[] { allow, deny })
        {
            var result = await runtime.AskAsync();
            Assert.Equal([TestRuntime.Fallback], runtime.Service.Models);
            Assert.Contains("TypedLlm:Allow", result.Attempts[0].Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_misspelt_name_in_a_list_is_logged_with_the_nearest()
    {
        using var log = new LogRecorder();
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"), options =>
        {
            options.LoggerFactory = log;
            options.Deny.Add("gpt-6-lunna");
            options.Deny.Add("5.5-pro");
        });

        await runtime.AskAsync();

        var logged = Assert.Single(log.Events);
        Assert.Equal(LogLevel.Warning, logged.Level);
        Assert.Contains("deny list names 'gpt-6-lunna', which no catalog knows; did you mean 'gpt-6-luna'?", logged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_dearer_than_the_ratio_is_passed_over()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(500));
        var method = TestRuntime.Refine(TestRuntime.Method("6-luna", "5.4", "5.6-luna"), priceRatio: 3);
        var exception = await runtime.FailAsync(runtime.AskAsync(method));

        Assert.DoesNotContain("gpt-5.4", runtime.Service.Models);
        Assert.Contains("gpt-5.6-luna", runtime.Service.Models);
        Assert.Contains(exception.Attempts, attempt => attempt is { Model: "gpt-5.4", Outcome: AttemptOutcome.Skipped });
    }

    [Fact]
    public async Task Model_that_refuses_a_parameter_is_passed_over_when_another_takes_it()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method("o3", "gpt-4.1"), temperature: 0.2));
        await runtime.AskAsync(TestRuntime.Method("o3", "gpt-4.1"), new LlmCallOptions { Temperature = 0.2 });
        await runtime.AskAsync(TestRuntime.Method("o3", "gpt-4.1"));

        Assert.Equal(["gpt-4.1", "gpt-4.1", "o3"], runtime.Service.Models);
    }

    [Fact]
    public async Task When_every_model_refuses_a_parameter_the_service_decides()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"));
        await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method("o3"), temperature: 0.2));

        Assert.Equal(["o3"], runtime.Service.Models);
    }

    [Fact]
    public async Task Prompt_that_does_not_fit_goes_only_to_a_larger_window()
    {
        using var runtime = new TestRuntime(request => request.Model == "gpt-4.1" ? Replies.Text(request, "hello") : Replies.Error(400, "context_length_exceeded"));
        var result = await runtime.AskAsync(TestRuntime.Method("5.4-mini", "gpt-4o", "gpt-4.1"));

        Assert.Equal(["gpt-5.4-mini", "gpt-4.1"], runtime.Service.Models);
        Assert.Contains("larger context window", result.Attempts[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_is_repeated_only_while_every_later_target_keeps_an_attempt()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(500));
        await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4", "5.6-sol", "6-luna")));
        Assert.Equal(["gpt-5.4", "gpt-5.6-sol", "gpt-6-luna"], runtime.Service.Models);

        using var longer = new TestRuntime(_ => Replies.Error(500));
        await longer.FailAsync(longer.AskAsync(TestRuntime.Method()));
        Assert.Equal(["gpt-5.4", "gpt-5.4", "gpt-5.6-sol"], longer.Service.Models);
    }

    [Fact]
    public async Task Model_named_twice_is_asked_as_one()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(400, "context_length_exceeded"));
        var exception = await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4", "gpt-5.4")));

        Assert.Equal(["gpt-5.4"], runtime.Service.Models);
        Assert.Equal("stands earlier in the chain", exception.Attempts[1].Reason);
    }

    [Fact]
    public async Task No_target_that_shares_a_refused_key_is_asked()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(401, "invalid_api_key"));
        var exception = await runtime.FailAsync(runtime.AskAsync());

        Assert.Single(runtime.Service.Requests);
        Assert.Equal(LlmFailureKind.Authentication, exception.Kind);
        Assert.Contains("shares the key with gpt-5.4", exception.Attempts[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_target_on_an_unreachable_host_is_asked()
    {
        using var runtime = new TestRuntime(_ => Replies.Refused());
        var exception = await runtime.FailAsync(runtime.AskAsync());

        Assert.Equal(["gpt-5.4", "gpt-5.4"], runtime.Service.Models);
        Assert.Equal(LlmFailureKind.ConnectionFailed, exception.Kind);
        Assert.Contains("shares the host with gpt-5.4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_of_failed_attempts_are_part_of_the_cost()
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.Error(404, "model_not_found")
            : Replies.Text(request, "hello"));
        var result = await runtime.AskAsync();

        // 1,000 tokens read at 4 USD and 100 produced at 20 USD per million.
        Assert.Equal((1000 * 4m / 1_000_000) + (100 * 20m / 1_000_000), result.Cost);
        Assert.Null(result.Attempts[0].Cost);
        Assert.Equal(result.Cost, result.Attempts[1].Cost);
    }
}
