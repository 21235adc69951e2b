using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Answers that come in one body, and break in its middle.</summary>
public sealed class UnaryAnswerTests
{
    private static readonly Dictionary<string, (ScriptedReply Reply, LlmFailureKind Kind)> Breaks = new()
    {
        ["reset"] = (Faults.ResetAfterBytes(200), LlmFailureKind.StreamTruncated),
        ["closed"] = (new() { Break = new BreakScript(BreakPoint.AfterBytes, BreakKind.Close, 200) }, LlmFailureKind.StreamTruncated),
        ["ended as if whole"] = (new() { Break = new BreakScript(BreakPoint.AfterBytes, BreakKind.End, 200) }, LlmFailureKind.BadProviderReply),
        ["failed"] = (Faults.Failed("rate_limit_exceeded", "Too many."), LlmFailureKind.RateLimited),
        ["not JSON"] = (new() { Http = new HttpReply(200) { Body = "{\"id\":" } }, LlmFailureKind.BadProviderReply),
        ["empty"] = (new() { Http = new HttpReply(200) }, LlmFailureKind.BadProviderReply),
    };

    public static TheoryData<string> Names => [.. Breaks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_body_is_never_an_answer(string name)
    {
        await using var scene = await FaultScene.StartAsync();
        var (reply, kind) = Breaks[name];
        scene.Script(Model.Primary).Always(reply);

        var report = await scene.ElapseBackoffsAsync(scene.Start(CallForm.Unary));

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal([kind, null], report.Attempts.Select(static attempt => attempt.Failure));
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Fact]
    public async Task No_request_of_a_unary_call_asks_for_a_stream()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.ServerError());

        await scene.ElapseBackoffsAsync(scene.Start(CallForm.Unary));

        Assert.Equal(3, scene.Log.Requests.Count);
        Assert.All(scene.Log.Requests, static request => Assert.False(request.IsStream));
    }
}
