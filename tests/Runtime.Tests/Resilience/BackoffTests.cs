using TypedLlm.Resilience;

namespace TypedLlm.Runtime.Tests.Resilience;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(10, 8)]
    public void Delays_fill_the_range_below_their_ceiling(int repeats, double ceiling)
    {
        var backoff = new Backoff(new Random(7));
        var delays = Enumerable.Range(0, 1000).Select(_ => backoff.Next(repeats).TotalSeconds).ToList();

        Assert.All(delays, delay => Assert.InRange(delay, 0, ceiling));
        Assert.True(delays.Max() > 0.95 * ceiling);
        Assert.True(delays.Min() < 0.05 * ceiling);
    }

    [Fact]
    public void Same_seed_gives_the_same_delays() =>
        Assert.Equal(new Backoff(new Random(7)).Next(2), new Backoff(new Random(7)).Next(2));
}
