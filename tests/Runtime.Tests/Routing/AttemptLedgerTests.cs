using TypedLlm.Routing;

namespace TypedLlm.Runtime.Tests.Routing;

public sealed class AttemptLedgerTests
{
    [Fact]
    public void Everything_that_is_counted_adds_up_and_what_is_unknown_is_left_out()
    {
        var ledger = new AttemptLedger();
        Assert.Equal((null, null), (ledger.Usage(), ledger.Cost()));

        ledger.Add(Attempt(usage: null, cost: null));
        Assert.Equal((null, null), (ledger.Usage(), ledger.Cost()));

        ledger.Add(Attempt(new LlmUsage(10, 20) { CachedInputTokens = 1, CacheWriteTokens = 2, ReasoningTokens = 3 }, cost: null));
        ledger.Add(Attempt(new LlmUsage(100, 200) { CachedInputTokens = 10, CacheWriteTokens = 20, ReasoningTokens = 30 }, cost: 0.25m));
        ledger.Add(Attempt(usage: null, cost: 0.5m));
        Assert.Equal(new LlmUsage(110, 220) { CachedInputTokens = 11, CacheWriteTokens = 22, ReasoningTokens = 33 }, ledger.Usage());
        Assert.Equal(0.75m, ledger.Cost());
    }

    private static LlmAttempt Attempt(LlmUsage? usage, decimal? cost) => new("gpt-5.4", AttemptOutcome.Failed) { Usage = usage, Cost = cost };
}
