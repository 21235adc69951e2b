using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>429 in all its forms: how long to wait, and when not to.</summary>
public sealed class RateLimitTests
{
    public static TheoryData<CallForm> Forms => [CallForm.Result, CallForm.Unary, CallForm.Text, CallForm.RestartingEvents];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Retry_after_in_seconds_is_waited_for_on_the_same_model(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.RateLimited(TimeSpan.FromSeconds(2)));

        var call = scene.Start(form);
        await scene.ElapseAsync(requests: 1, TimeSpan.FromSeconds(2));
        var report = await call;

        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Equal([0, 2], scene.Log.Seconds());
        Assert.Equal([LlmFailureKind.RateLimited, null], report.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal([429, 200], report.Attempts.Select(static attempt => attempt.Status ?? 200));
        Assert.Equal("rate_limit_exceeded", report.Attempts[0].Code);
    }

    [Fact]
    public async Task Retry_after_in_milliseconds_is_waited_for()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.RateLimitedMilliseconds(TimeSpan.FromMilliseconds(300)));

        var call = scene.Start(CallForm.Result);
        await scene.ElapseAsync(requests: 1, TimeSpan.FromMilliseconds(300));

        Assert.Equal(Model.PrimaryAnswer, (await call).Text);
        Assert.Equal([0, 0.3], scene.Log.Seconds());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(86400)]
    public async Task Retry_after_as_a_date_is_measured_on_the_clock_of_the_service(int skewSeconds)
    {
        await using var scene = await FaultScene.StartAsync(skew: TimeSpan.FromSeconds(skewSeconds));
        scene.Script(Model.Primary).On(1, Faults.RateLimitedUntil(TimeSpan.FromSeconds(7)));

        var call = scene.Start(CallForm.Result);
        await scene.ElapseAsync(requests: 1, TimeSpan.FromSeconds(7));

        Assert.Equal(Model.PrimaryAnswer, (await call).Text);
        Assert.Equal([0, 7], scene.Log.Seconds());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_wait_that_does_not_fit_the_deadline_is_not_begun(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RateLimited(TimeSpan.FromSeconds(100)));

        var report = await scene.CallAsync(form, options: new LlmCallOptions { Timeout = TimeSpan.FromSeconds(30) });

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(TimeSpan.Zero, scene.Clock.Elapsed);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Without_a_fallback_the_caller_learns_at_once_how_long_to_wait(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RateLimited(TimeSpan.FromSeconds(600)));

        var report = await scene.CallAsync(form, scene.SingleModel);

        Assert.Equal(LlmFailureKind.RateLimited, report.Failure?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(600), report.Failure?.RetryAfter);
        Assert.Single(scene.Log.Requests);
        Assert.Equal(TimeSpan.Zero, scene.Clock.Elapsed);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_last_model_of_a_chain_is_asked_again_when_no_header_says_how_long_to_wait_and_then_the_call_ends(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RateLimited());
        scene.Script(Model.Fallback).Always(Faults.RateLimited());

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(LlmFailureKind.RateLimited, report.Failure?.Kind);
        Assert.InRange(scene.Log.For(Model.Primary).Count, 1, 2);
        Assert.InRange(scene.Log.For(Model.Fallback).Count, 1, 2);
        Assert.InRange(scene.Log.Requests.Count, 2, 3);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_used_up_quota_is_no_reason_to_ask_again_with_the_same_account(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.InsufficientQuota());

        var report = await scene.CallAsync(form);

        Assert.Equal(LlmFailureKind.QuotaExceeded, report.Failure?.Kind);
        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Equal("insufficient_quota", report.Attempts[0].Code);
        Assert.Equal(AttemptOutcome.Skipped, report.Attempts[1].Outcome);
    }

    [Fact]
    public async Task A_request_above_the_limit_of_a_model_is_not_sent_to_it_again()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RequestTooLarge());

        var report = await scene.CallAsync(CallForm.Result);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal([LlmFailureKind.RequestTooLarge, null], report.Attempts.Select(static attempt => attempt.Failure));
    }

    [Fact]
    public async Task The_services_own_word_against_a_retry_is_obeyed()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.RateLimitedShouldRetry(false));

        var report = await scene.CallAsync(CallForm.Result);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
    }
}
