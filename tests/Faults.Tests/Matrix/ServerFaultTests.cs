using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>A service that fails: one repeat on the same model, then the next.</summary>
public sealed class ServerFaultTests
{
    private static readonly Dictionary<string, (ScriptedReply Reply, LlmFailureKind Kind)> Statuses = new()
    {
        ["500"] = (Faults.ServerError(), LlmFailureKind.ServerError),
        ["502 with HTML"] = (Faults.BadGateway(), LlmFailureKind.ServerError),
        ["503"] = (Faults.Unavailable(), LlmFailureKind.Overloaded),
        ["503 without a body"] = (Faults.Unavailable(withBody: false), LlmFailureKind.Overloaded),
        ["504 with HTML"] = (Faults.GatewayTimeout(), LlmFailureKind.ServerError),
        ["529"] = (Faults.Overloaded(), LlmFailureKind.Overloaded),
        ["408"] = (new ScriptedReply { Http = new HttpReply(408) }, LlmFailureKind.ServerError),
        ["409"] = (new ScriptedReply { Http = new HttpReply(409) }, LlmFailureKind.ServerError),
    };

    public static TheoryData<string, CallForm> Cases => TheoryCases.Of(Statuses.Keys, CallForm.Result, CallForm.Unary, CallForm.Text);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failure_that_passes_is_healed_by_one_repeat(string status, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Statuses[status].Reply);

        var call = scene.Start(form);
        await scene.ElapseBackoffAsync(requests: 1);
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.Equal([Statuses[status].Kind, null], report.Attempts.Select(static attempt => attempt.Failure));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failure_that_stays_is_left_to_the_fallback(string status, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Statuses[status].Reply);

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Primary, Model.Fallback], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        LedgerAssert.Accounts(report.Result!);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task One_failure_is_as_many_requests_as_were_planned_and_none_by_the_sdk(string status, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Simulator.Scripts.ForAnyModel.First(9, Statuses[status].Reply);

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(Statuses[status].Kind, report.Failure?.Kind);
        Assert.Equal(3, report.Attempts.Count);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }
}
