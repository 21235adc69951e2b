using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

internal static partial class ScorecardFaults
{
    private const int PartsBeforeStall = 20;
    private const int PartsBeforeCut = 40;
    private const int PartsInAll = 60;

    private static readonly TimeSpan FirstToken = TimeSpan.FromSeconds(20);

    private static readonly ScorecardFault ResetOnce = new("S05", "reset before headers, once")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).On(1, Faults.ResetBeforeHeaders()),
        Requests = [new(Model.Primary, LlmFailureKind.ConnectionFailed), new(Model.Primary)],
    };

    private static readonly ScorecardFault Silence = new("S06", "accepts and never answers")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.Silence()),
        Drive = static (scene, profile) => scene.ElapseAsync(requests: 1, profile.Silence),
        Requests = [new(Model.Primary, LlmFailureKind.NoResponse), new(Model.Fallback) { After = Timers.DefaultHeaders }],
    };

    private static readonly ScorecardFault LateFirstToken = new("S07", "headers at once, first token after 20 s")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.LateFirstContent(FirstToken) with { Answer = new() { Text = Model.PrimaryAnswer } }),
        Drive = static (scene, profile) => profile.FirstContent < FirstToken
            ? scene.ElapseAfterEventsAsync(reply: 1, WireEvents.Lifecycle, profile.FirstContent)
            : scene.ElapseAsync(requests: 1, FirstToken),
        Limit = TimeSpan.FromSeconds(15),
        Requests = [new(Model.Primary, LlmFailureKind.FirstContentTimeout), new(Model.Fallback) { After = Timers.FirstContent }],
    };

    private static readonly ScorecardFault Cut = new("S08", "stream dies after 40 of 60 tokens")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.ResetAfterDeltas(PartsBeforeCut) with { Answer = new() { Tokens = PartsInAll } }),
        Requests = [new(Model.Primary, LlmFailureKind.StreamTruncated), new(Model.Fallback)],
        PartsBeforeInterruption = PartsBeforeCut,
    };

    private static readonly ScorecardFault Stall = new("S09", "silent for ever after 20 tokens")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).Always(Faults.StallAfterDeltas(PartsBeforeStall) with { Answer = new() { Tokens = PartsInAll } }),
        Drive = static (scene, profile) => scene.ElapseAfterEventsAsync(reply: 1, WireEvents.BeforeText + PartsBeforeStall, profile.Idle),
        Requests = [new(Model.Primary, LlmFailureKind.StreamStalled), new(Model.Fallback) { After = Timers.Idle }],
        PartsBeforeInterruption = PartsBeforeStall,
    };

    private static readonly ScorecardFault MalformedTenthEvent = new("S10", "tenth event is not JSON")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).On(1, Faults.MalformedEvent(9) with { Answer = new() { Text = Model.PrimaryAnswer } }),
        Requests = [new(Model.Primary)],
    };

    private static readonly ScorecardFault NoEndAfterTheEnd = new("S11", "no [DONE], and the connection stays open")
    {
        Inject = static (scripts, _) => scripts.For(Model.Primary).On(1, StayOpenAfterTheTerminalEvent(Model.PrimaryAnswer)),
        Limit = TimeSpan.FromSeconds(8),
        Requests = [new(Model.Primary)],
    };

    private static readonly ScorecardFault CutAndNoPrefill = Cut with
    {
        Id = "S14",
        Title = "stream dies; the fallback rejects prefill",
        Inject = static (scripts, profile) =>
        {
            Cut.Inject(scripts, profile);
            scripts.For(Model.Fallback).Always(Answers.Text(Model.FallbackAnswer) with { RejectsPrefill = true });
        },
    };

    private static ScriptedReply StayOpenAfterTheTerminalEvent(string text)
    {
        string[] deltas = [.. text.Chunk(5).Select(static part => new string(part))];
        return Faults.StallAfterEvents(WireEvents.InAll(deltas.Length)) with { Answer = new() { Deltas = deltas } };
    }
}
