using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Scorecard;

public sealed class FlappingPrimaryTests
{
    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    public async Task Every_call_is_served_and_the_primary_is_back_soon_after_its_recovery(CallForm form)
    {
        var run = await FlappingPrimary.GetAsync(Profile.Scorecard, form);

        Assert.True(run.AllServed);
        Assert.InRange(run.RequestsInOutage, 1, 10);
        Assert.InRange(run.BackAfter ?? TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.All(run.Reports.Take(15), static report => Assert.Equal(Model.FallbackAnswer, report.Text));
        Assert.Equal(Model.PrimaryAnswer, run.Reports[^1].Text);
    }
}
