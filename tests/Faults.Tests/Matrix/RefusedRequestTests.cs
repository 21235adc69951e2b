using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Requests that the service refuses: sending them again cannot help, another model only sometimes.</summary>
public sealed class RefusedRequestTests
{
    private static readonly Dictionary<string, (ScriptedReply Reply, LlmFailureKind Kind)> Final = new()
    {
        ["401 invalid_api_key"] = (Faults.InvalidKey(), LlmFailureKind.Authentication),
        ["403 region"] = (Faults.Forbidden(), LlmFailureKind.RegionNotSupported),
        ["400 invalid schema"] = (Faults.BadRequest("invalid_json_schema", "Invalid schema.", "text.format"), LlmFailureKind.InvalidRequest),
        ["400 unsupported parameter"] = (Faults.UnsupportedParameter("temperature"), LlmFailureKind.InvalidRequest),
        ["422"] = (new ScriptedReply { Http = new HttpReply(422) }, LlmFailureKind.InvalidRequest),
        ["413"] = (new ScriptedReply { Http = new HttpReply(413) }, LlmFailureKind.RequestTooLarge),
        ["400 content_policy_violation"] = (Faults.ContentPolicyViolation(), LlmFailureKind.ContentFiltered),
        ["400 context_length_exceeded"] = (Faults.ContextLengthExceeded(), LlmFailureKind.ContextLengthExceeded),
    };

    private static readonly Dictionary<string, ScriptedReply> Gone = new()
    {
        ["404 model_not_found"] = Faults.ModelNotFound(Model.Primary),
        ["403 model_not_found"] = new() { Http = new HttpReply(403) { Body = """{"error":{"message":"no access","type":"invalid_request_error","param":null,"code":"model_not_found"}}""" } },
        ["410"] = Faults.Gone(Model.Primary),
    };

    public static TheoryData<string, CallForm> FinalCases => TheoryCases.Of(Final.Keys, CallForm.Result, CallForm.Unary, CallForm.Text, CallForm.RestartingEvents);

    public static TheoryData<string, CallForm> GoneCases => TheoryCases.Of(Gone.Keys, CallForm.Result, CallForm.Text);

    [Theory]
    [MemberData(nameof(FinalCases))]
    public async Task A_refusal_of_the_request_itself_ends_the_call_with_one_request(string refusal, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var (reply, kind) = Final[refusal];
        scene.Simulator.Scripts.ForAnyModel.First(9, reply);

        var report = await scene.CallAsync(form);

        Assert.Equal(kind, report.Failure?.Kind);
        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Equal(TimeSpan.Zero, scene.Clock.Elapsed);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.Equal(kind, report.Attempts[0].Failure);
        Assert.Equal([scene.Log.Requests[0].RequestId], report.Failure?.RequestIds);
    }

    [Fact]
    public async Task The_reason_of_a_content_filter_is_kept_but_only_behind_a_method()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.ContentPolicyViolation());

        var report = await scene.CallAsync(CallForm.Result);

        Assert.Equal("content_policy_violation", report.Attempts[0].Code);
        Assert.Contains("safety system", report.Failure!.GetProviderMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("safety system", report.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GoneCases))]
    public async Task A_model_that_is_not_there_is_left_to_the_fallback_and_then_left_alone(string gone, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Gone[gone]);

        var first = await scene.CallAsync(form);
        scene.Clock.Advance(TimeSpan.FromMinutes(9));
        var second = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, first.Text);
        Assert.Equal([LlmFailureKind.ModelUnavailable, null], first.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(Model.FallbackAnswer, second.Text);
        Assert.Equal([Model.Primary, Model.Fallback, Model.Fallback], scene.Log.Models());
        Assert.Equal([AttemptOutcome.Skipped, AttemptOutcome.Succeeded], second.Attempts.Select(static attempt => attempt.Outcome));
        Assert.NotNull(second.Attempts[0].Reason);
    }

    [Fact]
    public async Task A_model_that_was_not_found_is_tried_again_after_ten_minutes_by_one_call()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.ModelNotFound(Model.Primary)).On(2, Faults.Silence());
        await scene.CallAsync(CallForm.Result);
        scene.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        var probe = scene.Start(CallForm.Result);
        await scene.Log.WaitForRequestAsync(Model.Primary, 2);
        var others = await Task.WhenAll(scene.CallAsync(CallForm.Result), scene.CallAsync(CallForm.Text));

        Assert.All(others, static report => Assert.Equal(Model.FallbackAnswer, report.Text));
        Assert.Equal(2, scene.Log.For(Model.Primary).Count);
        await scene.ElapseAsync(requests: 5, Timers.DefaultHeaders);
        Assert.Equal(Model.FallbackAnswer, (await probe).Text);
    }

    [Fact]
    public async Task A_model_that_is_gone_is_left_alone_for_a_day()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.Gone(Model.Primary));
        await scene.CallAsync(CallForm.Result);

        scene.Clock.Advance(TimeSpan.FromHours(23));
        var sameDay = await scene.CallAsync(CallForm.Result);
        scene.Clock.Advance(TimeSpan.FromHours(1.1));
        var nextDay = await scene.CallAsync(CallForm.Result);

        Assert.Equal(Model.FallbackAnswer, sameDay.Text);
        Assert.Equal(Model.PrimaryAnswer, nextDay.Text);
        Assert.Equal([Model.Primary, Model.Fallback, Model.Fallback, Model.Primary], scene.Log.Models());
    }

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    public async Task A_prompt_too_long_is_sent_on_to_a_larger_window_only(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Simulator.Scripts.ForAnyModel.First(9, Faults.ContextLengthExceeded());

        var report = await scene.CallAsync(form, scene.Get<Endpoints.ILargerWindowDesk>());

        Assert.Equal(LlmFailureKind.ContextLengthExceeded, report.Failure?.Kind);
        Assert.Equal([Model.SmallerWindow, Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }
}
