using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>What can go wrong below and around HTTP before an answer begins.</summary>
public sealed class ConnectionFaultTests
{
    public static TheoryData<CallForm> Forms => [CallForm.Result, CallForm.Unary, CallForm.Text, CallForm.RestartingEvents];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_reset_before_headers_is_repeated_at_once_and_only_once(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.ResetBeforeHeaders());

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(TimeSpan.Zero, scene.Clock.Elapsed);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.Equal([LlmFailureKind.ConnectionFailed, LlmFailureKind.ConnectionFailed, null], report.Attempts.Select(static attempt => attempt.Failure));
    }

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    public async Task Half_sent_headers_are_no_answer(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.HalfSentHeaders());

        var call = scene.Start(form);
        await scene.ElapseAsync(requests: 1, Timers.DefaultHeaders);
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.NoResponse, report.Attempts[0].Failure);
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
    }

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    public async Task Headers_that_come_byte_by_byte_do_not_stretch_the_timer(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.DrippedHeaders(TimeSpan.FromSeconds(4)));

        var call = scene.Start(form);
        for (var elapsed = TimeSpan.Zero; elapsed < Timers.DefaultHeaders; elapsed += TimeSpan.FromSeconds(2))
        {
            await scene.Log.WaitForRequestAsync(1);
            scene.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([0, Timers.DefaultHeaders.TotalSeconds], scene.Log.Seconds());
        Assert.Equal(LlmFailureKind.NoResponse, report.Attempts[0].Failure);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_page_in_place_of_an_answer_is_a_bad_reply_and_the_fallback_is_asked(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.HtmlInsteadOfAnswer());

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.BadProviderReply, report.Attempts[0].Failure);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_redirect_is_not_followed_so_that_the_key_stays_where_it_was_meant_to_go(CallForm form)
    {
        await using var elsewhere = await SimulatorServer.StartAsync();
        await using var scene = await FaultScene.StartAsync();
        scene.Simulator.Scripts.ForAnyModel.First(9, Faults.Redirect(new Uri(elsewhere.BaseUrl, "/v1/responses")));

        var report = await scene.CallAsync(form);

        Assert.Equal(LlmFailureKind.BadProviderReply, report.Failure?.Kind);
        Assert.Empty(elsewhere.Log.Requests);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Unary)]
    [InlineData(CallForm.Text)]
    public async Task A_compressed_bomb_does_not_go_off(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.GzipBomb(512L * 1024 * 1024));

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.BadProviderReply, report.Attempts[0].Failure);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_a_bad_reply()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.OversizeBody(64L * 1024 * 1024));

        var report = await scene.CallAsync(CallForm.Unary);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.BadProviderReply, report.Attempts[0].Failure);
        Assert.Equal(RequestEnd.ClosedByClient, (await scene.Log.WaitForClosedAsync(1)).End);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_that_names_another_model_is_taken_and_reported_as_it_is(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(new() { Answer = new() { Text = Model.PrimaryAnswer, ModelEcho = "gpt-4o-2024-11-20" } });

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal("gpt-4o-2024-11-20", report.Result?.Model);
        Assert.Equal(Model.Primary, Assert.Single(report.Attempts).Model);
        Assert.Single(scene.Log.Requests);
    }
}
