namespace TypedLlm.FaultTests.Scorecard;

internal static partial class ScorecardFaults
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<ScorecardFault> All =>
    [
        RateLimitedOnce, RateLimitedForEver, ServerErrorOnce, UnavailableForEver, ResetOnce, Silence, LateFirstToken, Cut,
        Stall, MalformedTenthEvent, NoEndAfterTheEnd, ContextLength, ContentPolicy, CutAndNoPrefill, FallbackIsNamed,
    ];

    public static ScorecardFault Get(string id) => All.Single(fault => fault.Id == id);
}
