using TypedLlm.Catalog;
using TypedLlm.Routing;

namespace TypedLlm.Runtime.Tests.Routing;

public sealed class ModelCostTests
{
    private static readonly ModelPrice Price = new()
    {
        Input = 2m,
        CachedInput = 0.2m,
        CacheWrite = 2.5m,
        Output = 10m,
        LongContext = new LongContextPrice { AboveInputTokens = 272_000, Input = 4m, CachedInput = 0.4m, Output = 15m },
    };

    [Fact]
    public void Fresh_cached_written_and_produced_tokens_have_prices_of_their_own()
    {
        var usage = new LlmUsage(1_000_000 / 4, 100_000) { CachedInputTokens = 100_000, CacheWriteTokens = 50_000 };

        Assert.Equal((0.1m * 2m) + (0.1m * 0.2m) + (0.05m * 2.5m) + (0.1m * 10m), ModelCost.Of(Price, usage, "default"));
    }

    [Fact]
    public void Long_input_makes_the_whole_request_dearer()
    {
        Assert.Equal(0.272m * 2m, ModelCost.Of(Price, new LlmUsage(272_000, 0), null));
        Assert.Equal((0.3m * 4m) + (0.1m * 15m), ModelCost.Of(Price, new LlmUsage(300_000, 100_000), null));
    }

    [Fact]
    public void Cost_is_unknown_when_anything_it_needs_is()
    {
        Assert.Null(ModelCost.Of(null, new LlmUsage(1, 1), null));
        Assert.Null(ModelCost.Of(Price, null, null));
        Assert.Null(ModelCost.Of(Price with { Output = null }, new LlmUsage(1, 1), null));
        Assert.Null(ModelCost.Of(Price with { CachedInput = null }, new LlmUsage(10, 1) { CachedInputTokens = 5 }, null));
        Assert.Null(ModelCost.Of(Price, new LlmUsage(300_000, 1) { CacheWriteTokens = 5 }, null));
        Assert.Null(ModelCost.Of(Price, new LlmUsage(1, 1), "flex"));
    }

    [Fact]
    public void Price_that_is_not_needed_may_be_unknown() =>
        Assert.Equal(10m / 1_000_000, ModelCost.Of(new ModelPrice { Output = 10m }, new LlmUsage(0, 1), null));
}
