using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Streams that end before their terminal event, politely or not: never a success.</summary>
public sealed class CutStreamTests
{
    private const int Deltas = 12;
    private const int Handed = 7;

    private static readonly Dictionary<string, ScriptedReply> Cuts = new()
    {
        ["reset"] = Faults.ResetAfterDeltas(Handed),
        ["closed within the message"] = Faults.CloseAfterEvents(WireEvents.BeforeText + Handed),
        ["clean end"] = Faults.EndAfterDeltas(Handed),
        ["clean end after an id: line"] = Faults.EndAfterDeltas(Handed) with { Stream = Faults.CompatibleServer().Stream },
        ["reset after an id: line"] = Faults.ResetAfterDeltas(Handed) with { Stream = Faults.CompatibleServer().Stream },
    };

    private static readonly Dictionary<string, ScriptedReply> EndsWithoutTerminalEvent = new()
    {
        ["clean end after the last text"] = Faults.EndAfterEvents(WireEvents.InAll(Deltas) - 1),
        ["reset after the last text"] = Faults.ResetAfterEvents(WireEvents.InAll(Deltas) - 1),
        ["[DONE] without it"] = new() { Stream = new() { LostEvent = WireEvents.InAll(Deltas) - 1, Done = true } },
        ["not JSON"] = Faults.MalformedEvent(WireEvents.InAll(Deltas) - 1),
    };

    public static TheoryData<string, CallForm> CutCases => TheoryCases.Of(Cuts.Keys, CallForm.Result, CallForm.Text, CallForm.Events, CallForm.RestartingEvents);

    public static TheoryData<string, CallForm> EndCases => TheoryCases.Of(EndsWithoutTerminalEvent.Keys, CallForm.Result, CallForm.Text, CallForm.Events, CallForm.RestartingEvents);

    public static TheoryData<int, CallForm> BeforeContent => TheoryCases.Of(Enumerable.Range(0, WireEvents.BeforeText + 1), CallForm.Result, CallForm.Text, CallForm.RestartingEvents);

    [Theory]
    [MemberData(nameof(CutCases))]
    public Task A_cut_in_the_middle_is_healed_or_told(string cut, CallForm form) => AssertCutAsync(Cuts[cut], form, Handed);

    [Theory]
    [MemberData(nameof(EndCases))]
    public Task All_text_without_the_terminal_event_is_no_whole_answer(string end, CallForm form) =>
        AssertCutAsync(EndsWithoutTerminalEvent[end], form, Deltas);

    [Theory]
    [MemberData(nameof(BeforeContent))]
    public async Task Before_the_first_content_nobody_notices(int events, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.EndAfterEvents(events));

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Empty(report.Events.OfType<LlmEvent<string>.Restarted>());
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.StreamTruncated, report.Attempts[0].Failure);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    private static async Task AssertCutAsync(ScriptedReply cut, CallForm form, int handed)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(cut with { Answer = new() { Tokens = Deltas } });

        var report = await scene.CallAsync(form);

        if (form is CallForm.Text or CallForm.Events)
        {
            Assert.Equal(LlmFailureKind.StreamTruncated, report.Failure?.Kind);
            Assert.Equal(handed, report.Parts);
            Assert.Equal(report.Text, report.Failure?.GetPartialText());
            Assert.Equal([Model.Primary], scene.Log.Models());
        }
        else
        {
            Assert.Equal(Model.FallbackAnswer, report.Text);
            Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        }

        Assert.Equal(LlmFailureKind.StreamTruncated, report.Attempts[0].Failure);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }
}
