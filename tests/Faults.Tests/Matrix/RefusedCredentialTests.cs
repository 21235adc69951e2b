using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.FaultTests.Secrets;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>A key that is refused, or whose account is used up, stops all models that share it, and is said once.</summary>
public sealed class RefusedCredentialTests
{
    private static readonly Dictionary<string, (ScriptedReply Reply, LlmFailureKind Kind)> Refusals = new()
    {
        ["401"] = (Faults.InvalidKey(), LlmFailureKind.Authentication),
        ["402"] = (new() { Http = new HttpReply(402) }, LlmFailureKind.QuotaExceeded),
        ["429 insufficient_quota"] = (Faults.InsufficientQuota(), LlmFailureKind.QuotaExceeded),
    };

    public static TheoryData<string, CallForm> Cases => TheoryCases.Of(Refusals.Keys, CallForm.Whole, CallForm.Text);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_next_calls_send_nothing_until_one_may_look_again(string refusal, CallForm form)
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await FaultScene.StartAsync(services: services => services.AddLogging(logging => logging.AddProvider(recorder)));
        var (reply, kind) = Refusals[refusal];
        scene.Simulator.Scripts.ForAnyModel.On(1, reply);

        var first = await scene.CallAsync(form);
        var next = await Task.WhenAll(scene.CallAsync(form), scene.CallAsync(form));
        Assert.Equal([Model.Primary], scene.Log.Models());
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await scene.CallAsync(form);

        Assert.Equal(kind, first.Failure?.Kind);
        Assert.Equal([AttemptOutcome.Failed, AttemptOutcome.Skipped], first.Attempts.Select(static attempt => attempt.Outcome));
        Assert.All(next, static report => Assert.All(report.Attempts, static attempt => Assert.Equal(AttemptOutcome.Skipped, attempt.Outcome)));
        Assert.All(next, report => Assert.Equal(kind, report.Attempts[0].Failure));
        Assert.Equal(Model.PrimaryAnswer, later.Text);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Single(recorder.Lines, static line => line.StartsWith("log CredentialUnavailable", StringComparison.Ordinal));
    }
}
