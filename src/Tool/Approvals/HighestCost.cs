using System.Globalization;
using TypedLlm.CompilerServices;
using TypedLlm.Tool.Catalogs;
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

            if (CallLimits.Of(target.Facts, method) is not var (input, output))
            {
                return $"unknown, since the catalog does not know how many tokens {target.Id} takes or gives";
            }

            // The price of output may depend on the length of the input.
            var (price, tier) = (target.Facts.Price, CallCost.TierOf(method));
            if (CallCost.Highest(price, input, 0, tier) is not { } read || CallCost.Highest(price, input, output, tier) is not { } both)
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

    private static string Usd(decimal value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00####} USD");
}
