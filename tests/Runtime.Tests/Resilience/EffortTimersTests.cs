using TypedLlm.Catalog;
using TypedLlm.Resilience;

namespace TypedLlm.Runtime.Tests.Resilience;

public sealed class EffortTimersTests
{
    private static readonly ModelFacts Unknown = new() { Id = "unknown" };
    private static readonly ModelFacts Plain = new() { Id = "plain", Efforts = new EquatableArray<string>([]) };
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(Effort.None, 20, 60)]
    [InlineData(Effort.Minimal, 45, 180)]
    [InlineData(Effort.Low, 45, 180)]
    [InlineData(Effort.Medium, 90, 180)]
    [InlineData(Effort.High, 180, 180)]
    [InlineData(Effort.XHigh, 300, 180)]
    [InlineData(Effort.Max, 900, 180)]
    public void More_effort_may_take_longer(Effort effort, int firstContent, int idle)
    {
        var timers = EffortTimers.Of(Unknown, effort, 1000, null, null, Headers);

        Assert.Equal(TimeSpan.FromSeconds(firstContent), timers.FirstContent);
        Assert.Equal(TimeSpan.FromSeconds(idle), timers.Idle);
        Assert.Equal(Headers, timers.Headers);
    }

    [Fact]
    public void Without_effort_the_default_of_the_model_holds_and_an_unknown_default_is_medium()
    {
        Assert.Equal(90, FirstContent(Unknown));
        Assert.Equal(20, FirstContent(Plain));
        Assert.Equal(180, FirstContent(Unknown with { DefaultEffort = "high" }));
        Assert.Equal(900, FirstContent(Unknown with { Purpose = ModelPurpose.Pro }));
    }

    [Fact]
    public void Every_hundred_thousand_tokens_of_input_add_ten_seconds()
    {
        Assert.Equal(20, FirstContent(Plain, bytes: 399_999));
        Assert.Equal(30, FirstContent(Plain, bytes: 400_000));
        Assert.Equal(60, FirstContent(Plain, bytes: 1_600_000));
    }

    [Fact]
    public void Timers_of_the_endpoint_win()
    {
        var timers = EffortTimers.Of(Plain, null, 1_600_000, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8), Headers);

        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8)), (timers.FirstContent, timers.Idle));
    }

    private static double FirstContent(ModelFacts model, long bytes = 1000) =>
        EffortTimers.Of(model, null, bytes, null, null, Headers).FirstContent.TotalSeconds;
}
