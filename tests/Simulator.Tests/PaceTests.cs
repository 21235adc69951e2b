namespace TypedLlm.Simulator.Tests;

/// <summary>Delays on the driven clock: each advance is exact, nothing waits in real time.</summary>
public sealed class PaceTests : SimulatorTest
{
    [Fact]
    public async Task An_answer_waits_for_its_initial_delay()
    {
        Options.InitialDelay = TimeSpan.FromSeconds(3);
        var asking = PostAsync(Request(Plain));

        await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Assert.False(asking.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(3));

        using var response = await asking;
        Assert.Equal("3000", Assert.Single(response.Headers.GetValues("openai-processing-ms")));
        Assert.Equal(Clock.Start.AddSeconds(3), (await Simulator.Log.WaitForClosedAsync(1)).At);
    }

    [Fact]
    public async Task Each_event_but_the_first_waits()
    {
        var delay = TimeSpan.FromMilliseconds(20);
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("a", "b") with { Pace = new() { EventDelay = delay } });
        var streaming = StreamAsync(Request(Plain, stream: true));

        for (var i = 0; i < 9; i++)
        {
            await Clock.AdvanceToTimerAsync(delay);
        }

        Assert.Equal(10, (await streaming).Count);
        Assert.Equal(Clock.Start + (9 * delay), (await Simulator.Log.WaitForClosedAsync(1)).At);
    }

    [Fact]
    public async Task The_first_content_comes_late_and_the_lifecycle_at_once()
    {
        Simulator.Scripts.For(Plain).Always(Faults.LateFirstContent(TimeSpan.FromSeconds(20)));
        using var response = await PostAsync(Request(Plain, stream: true));
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        string? line;
        while ((line = await lines.ReadLineAsync()) != "event: response.in_progress")
        {
            Assert.NotNull(line);
        }

        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));

        Assert.Contains("response.completed", await lines.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PingKind.Comment, ": ping", 2)]
    [InlineData(PingKind.Lifecycle, "event: response.in_progress", 5)]
    [InlineData(PingKind.Event, "event: keepalive", 5)]
    public async Task Pings_can_be_all_that_ever_comes(PingKind kind, string expected, int events)
    {
        var interval = TimeSpan.FromSeconds(15);
        Simulator.Scripts.For(Plain).Always(Faults.OnlyPings(kind, interval));
        using (var response = await PostAsync(Request(Plain, stream: true)))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
            for (var ping = 0; ping < 3; ping++)
            {
                await Clock.AdvanceToTimerAsync(interval);
            }

            var seen = kind is PingKind.Lifecycle ? -1 : 0;
            while (seen < 3)
            {
                seen += await lines.ReadLineAsync() == expected ? 1 : 0;
            }

            await Clock.WaitForTimerAsync(interval);
        }

        var outcome = await Simulator.Log.WaitForClosedAsync(1);
        Assert.Equal((RequestEnd.ClosedByClient, events, 0), (outcome.End, outcome.Events, outcome.Deltas));
    }

    [Fact]
    public async Task A_client_that_goes_during_a_delay_is_noticed()
    {
        Options.InitialDelay = TimeSpan.FromSeconds(30);
        using var cancellation = new CancellationTokenSource();
        var asking = PostAsync(Request(Plain), cancellation.Token);
        await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(RequestEnd.ClosedByClient, (await Simulator.Log.WaitForClosedAsync(1)).End);
        Assert.Empty(Clock.ArmedTimers);
    }
}
