using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Errors within a stream that began well: before content they are what they would be as a status, after it they end the answer.</summary>
public sealed class InBandErrorTests
{
    private const int Handed = 5;

    private static readonly Dictionary<string, Func<string, int, ScriptedReply>> Shapes = new()
    {
        ["response.failed"] = static (code, after) => Faults.Failed(code, "The words of the service.", after),
        ["flat error"] = static (code, after) => Faults.FlatError(code, "The words of the service.", after),
        ["nested error"] = static (code, after) => Faults.NestedError(code, "The words of the service.", after),
    };

    private static readonly Dictionary<string, LlmFailureKind> Codes = new()
    {
        ["server_error"] = LlmFailureKind.ServerError,
        ["rate_limit_exceeded"] = LlmFailureKind.RateLimited,
    };

    public static TheoryData<string, CallForm> Passing => TheoryCases.Of(Shapes.Keys.SelectMany(static shape => Codes.Keys.Select(code => $"{shape}, {code}")), CallForm.Result, CallForm.Text, CallForm.Events, CallForm.RestartingEvents);

    public static TheoryData<string, CallForm> Final => TheoryCases.Of(Shapes.Keys, CallForm.Result, CallForm.Text, CallForm.RestartingEvents);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Before_content_the_fallback_answers(string error, CallForm form)
    {
        var (shape, code) = error.Split(", ") is [var first, var second] ? (first, second) : default;
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Shapes[shape](code, 0));

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Empty(report.Events.OfType<LlmEvent<string>.Restarted>());
        Assert.Equal(Codes[code], report.Attempts[0].Failure);
        Assert.Equal(code, report.Attempts[0].Code);
        Assert.InRange(scene.Log.For(Model.Primary).Count, 1, 2);
        Assert.Single(scene.Log.For(Model.Fallback));
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task After_content_a_stream_ends_or_starts_again(string error, CallForm form)
    {
        var (shape, code) = error.Split(", ") is [var first, var second] ? (first, second) : default;
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Shapes[shape](code, Handed));

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(Codes[code], report.Attempts[0].Failure);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        if (form is CallForm.Text or CallForm.Events)
        {
            Assert.Equal(Codes[code], report.Failure?.Kind);
            Assert.Equal(Handed, report.Parts);
            Assert.Equal([Model.Primary], scene.Log.Models());
            Assert.Contains("The words of the service.", report.Failure!.GetProviderMessage(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(Model.FallbackAnswer, report.Text);
            Assert.Single(scene.Log.For(Model.Fallback));
        }
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task A_policy_refusal_within_the_stream_is_as_final_as_one_by_status(string shape, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Shapes[shape]("content_policy_violation", 0));

        var report = await scene.CallAsync(form);

        Assert.Equal(LlmFailureKind.ContentFiltered, report.Failure?.Kind);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }
}
