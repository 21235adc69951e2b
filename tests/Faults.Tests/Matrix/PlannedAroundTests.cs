using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Models that would refuse a call are not asked: the catalog knows it before the service says it.</summary>
public sealed class PlannedAroundTests
{
    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Text)]
    public async Task A_fallback_that_refuses_a_parameter_of_the_call_is_passed_over(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.ServerError());

        var report = await scene.ElapseBackoffsAsync(scene.Start(form, scene.Get<INoEffortDesk>()));

        Assert.Equal(LlmFailureKind.ServerError, report.Failure?.Kind);
        Assert.All(scene.Log.Models(), static model => Assert.Equal(Model.Primary, model));
        var passedOver = Assert.Single(report.Attempts, static attempt => attempt.Outcome == AttemptOutcome.Skipped);
        Assert.Equal(Model.RefusesNoEffort, passedOver.Model);
        Assert.NotEmpty(passedOver.Reason!);
    }
}
