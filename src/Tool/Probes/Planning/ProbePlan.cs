using System.Globalization;

namespace TypedLlm.Tool.Probes;

/// <summary>Which probes are made within the bound of cost: the cheapest first, until the next would exceed it.</summary>
internal static class ProbePlan
{
    /// <summary>All probes, the cheapest first; equal ones keep the order of the requests.</summary>
    public static IReadOnlyList<PlannedProbe> Of(IReadOnlyList<ProbeRequest> requests, ProbeBudget budget) =>
    [
        .. requests.Select(static (request, index) => (Request: request, Index: index, Highest: HighestOf(request)))
            .OrderBy(static probe => probe.Highest ?? decimal.MaxValue)
            .Select(probe => new PlannedProbe(
                probe.Index, probe.Request, probe.Highest, budget.TryReserve(probe.Highest) ? null : LeftOut(probe.Highest))),
    ];

    public static decimal? HighestOf(ProbeRequest request) =>
        new ProbePrices(request.Target.Facts).Highest(ProbeCatalog.Of(request.Kind).LoadOf(request), request.ServiceTier);

    /// <summary>Dollars with as many digits as it takes to see more than zero.</summary>
    public static string Dollars(decimal cost) => string.Create(CultureInfo.InvariantCulture, $"${cost:0.00####}");

    private static string LeftOut(decimal? highest) => highest is { } cost
        ? $"left out: it may cost up to {Dollars(cost)}, more than --max-cost leaves; raise it to try this"
        : "left out: its price is not known, and --max-cost sets a bound; add the price to typedllm.models.json";
}
