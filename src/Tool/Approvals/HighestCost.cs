using System.Globalization;
using TypedLlm.CompilerServices;
using TypedLlm.Routing;
using TypedLlm.Tool.Rendering;

namespace TypedLlm.Tool.Approvals;

/// <summary>What one call costs at most: as many requests as it may send, each to the dearest model, with as many tokens as that takes and gives.</summary>
internal static class HighestCost
{
    public static string Of(EndpointMethod method, MethodChain chain)
    {
        var dearest = (Cost: -1m, Text: "nothing, since no model is asked");
        foreach (var (target, obstacle) in chain.Targets)
        {
            if (obstacle is not null)
            {
                continue;
            }

            if (target.Window is not { } input || (method.MaxOutputTokens ?? target.Facts.MaxOutputTokens) is not { } output)
            {
                return $"unknown, since the catalog does not know how many tokens {target.Id} takes or gives";
            }

            var tier = method.ServiceTier is { } sent ? ServiceTierWords.Of(sent) : null;
            if (Cost(target, input, 0, tier) is not { } read || Cost(target, input, output, tier) is not { } both)
            {
                return $"unknown, since the catalog has no price of {target.Id}{(tier is null ? "" : $" for the tier {tier}")}";
            }

            if (both > dearest.Cost)
            {
                dearest = (both, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Usd(method.MaxAttempts * both)}: {method.MaxAttempts} × {target.Id}, {input} tokens of input for {Usd(read)} and {output} of output for {Usd(both - read)}"));
            }
        }

        return dearest.Text;
    }

    // The price of output may depend on the length of the input.
    private static decimal? Cost(ChainTarget target, int input, int output, string? tier) => ModelCost.Of(target.Facts.Price, new LlmUsage(input, output), tier);

    private static string Usd(decimal value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00####} USD");
}
