using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Tests.Reports;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class AccountRuleTests
{
    [Theory]
    [InlineData(5, 500L, 600, null)]
    [InlineData(6, 500L, 600, "make at most 5 at a time")]
    [InlineData(50, 500L, 600, "are 5000 requests a minute to 'gpt-5.4', of which the account allows 500")]
    [InlineData(1, 1L, 600, "1 call at a time of 0.6 s, as long as the one that was tried, are 100 requests a minute to 'gpt-5.4', of which the account allows 1; even one at a time is more")]
    [InlineData(50, null, 600, null)]
    [InlineData(50, 500L, 0, null)]
    public void So_many_calls_at_a_time_are_held_against_the_limits(int concurrency, long? allowed, int milliseconds, string? message)
    {
        var observation = new ModelObservation(
            SampleReport.Model(), null, [SampleReport.Result(ProbeKind.Call) with { Limits = allowed is { } requests ? new RateLimits(requests, TimeSpan.FromMilliseconds(milliseconds)) : null }]);

        var finding = AccountRules.Concurrency(observation, concurrency);

        Assert.Equal(message is null, finding is null);
        Assert.Contains(message ?? "", finding?.Message ?? "", StringComparison.Ordinal);
    }
}
