using TypedLlm.Catalog;
using TypedLlm.CompilerServices;
using TypedLlm.Routing;

namespace TypedLlm.Tool.Catalogs;

/// <summary>The most that one request can cost.</summary>
internal static class CallCost
{
    /// <summary>In USD, with the longest input and the longest answer that model and method allow; null if a limit or a price is not known.</summary>
    /// <param name="model">The model that answers.</param>
    /// <param name="method">The method that calls; null for one without limits of its own.</param>
    /// <param name="inputTokens">How long the input is at most; null for what the model takes.</param>
    public static decimal? Highest(ModelFacts model, EndpointMethod? method = null, int? inputTokens = null)
    {
        var output = Lower(method?.MaxOutputTokens, model.MaxOutputTokens);
        var input = Lower(inputTokens, Lower(model.MaxInputTokens, model.ContextWindow - output));
        return input is null || output is null
            ? null
            : ModelCost.Of(model.Price, new LlmUsage(input.Value, output.Value), method?.ServiceTier is { } tier ? ServiceTierWords.Of(tier) : null);
    }

    private static int? Lower(int? left, int? right) => left is null || right < left ? right ?? left : left;
}
