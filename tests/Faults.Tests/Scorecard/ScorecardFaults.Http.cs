using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>The faults of the public scorecard, S15 excepted: it is about many calls.</summary>
internal static partial class ScorecardFaults
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private static readonly ScorecardFault RateLimitedOnce = new("S01", "429 with Retry-After 2, once")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).On(1, Faults.RateLimited(RetryAfter)),
        Drive = static (scene, _) => scene.ElapseAsync(requests: 1, RetryAfter),
        Requests = [new(Model.Primary, LlmFailureKind.RateLimited), new(Model.Primary) { After = RetryAfter }],
    };

    private static readonly ScorecardFault RateLimitedForEver = new("S02", "429 for ever, without a header")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.RateLimited()),
        Requests = [new(Model.Primary, LlmFailureKind.RateLimited), new(Model.Fallback)],
    };

    private static readonly ScorecardFault ServerErrorOnce = new("S03", "500 once")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).On(1, Faults.ServerError()),
        Drive = static (scene, _) => scene.ElapseBackoffAsync(requests: 1),
        Requests = [new(Model.Primary, LlmFailureKind.ServerError), new(Model.Primary) { NoLaterThan = Timers.FirstBackoff }],
    };

    private static readonly ScorecardFault UnavailableForEver = new("S04", "503 for ever")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.Unavailable()),
        Drive = static (scene, _) => scene.ElapseAsync(requests: 1, Timers.Overloaded),
        Requests =
        [
            new(Model.Primary, LlmFailureKind.Overloaded),
            new(Model.Primary, LlmFailureKind.Overloaded) { After = Timers.Overloaded },
            new(Model.Fallback),
        ],
    };

    private static readonly ScorecardFault ContextLength = new("S12", "400 context_length_exceeded")
    {
        Inject = static (scripts, profile) => scripts.For(profile.ModelOfLongPrompt).Always(Faults.ContextLengthExceeded()),
        Desk = static (scene, profile) => profile.DeskOfLongPrompt(scene),
        Error = static profile => profile.ListsLargerWindow ? null : LlmFailureKind.ContextLengthExceeded,
        Requests = [new(Model.SmallerWindow, LlmFailureKind.ContextLengthExceeded), new(Model.Primary)],
    };

    private static readonly ScorecardFault ContentPolicy = new("S13", "400 content_policy_violation")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.ContentPolicyViolation()),
        Requests = [new(Model.Primary, LlmFailureKind.ContentFiltered)],
        Error = static _ => LlmFailureKind.ContentFiltered,
    };

    private static readonly ScorecardFault FallbackIsNamed = UnavailableForEver with { Id = "S16", Title = "503 for ever, and the ledger" };
}
