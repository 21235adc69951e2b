using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.FaultTests.Secrets;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Organisations that may not stream a model get the same answers in one piece.</summary>
public sealed class StreamingForbiddenTests
{
    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    [InlineData(CallForm.RestartingEvents)]
    public async Task The_same_model_is_asked_once_more_without_streaming_and_remembered(CallForm form)
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await FaultScene.StartAsync(services: services => services.AddLogging(logging => logging.AddProvider(recorder)));
        scene.Script(Model.Primary).On(1, Faults.StreamNotAllowed()).On(3, Faults.ServerError());

        var first = await scene.CallAsync(form);
        var second = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.All(new[] { first, second }, static report => Assert.Equal(Model.PrimaryAnswer, report.Text));
        Assert.Equal([Model.Primary, Model.Primary, Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Equal([true, false, false, false], scene.Log.Requests.Select(static request => request.IsStream));
        Assert.Equal([LlmFailureKind.InvalidRequest, null], first.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal([LlmFailureKind.ServerError, null], second.Attempts.Select(static attempt => attempt.Failure));
        Assert.Single(recorder.Lines, static line => line.StartsWith("log StreamingForbidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_holds_for_one_model_is_not_assumed_of_the_other()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Faults.StreamNotAllowed()).Always(Faults.ModelNotFound(Model.Primary));

        var report = await scene.CallAsync(CallForm.Text);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([true, false, true], scene.Log.Requests.Select(static request => request.IsStream));
    }
}
