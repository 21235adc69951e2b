using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Streams that arrive damaged or in strange clothes, and whose terminal event still says all of the text.</summary>
public sealed class DamagedStreamTests
{
    private static readonly Dictionary<string, ScriptedReply> Harmless = new()
    {
        ["unknown events"] = Faults.UnknownEvents(0, 1, 5, 8, 12),
        ["id:, retry: and [DONE]"] = Faults.CompatibleServer(),
        ["an event twice"] = Faults.RepeatedEvent(WireEvents.BeforeText + 3),
        ["a number skipped"] = new() { Stream = new() { SkippedNumberAt = WireEvents.BeforeText + 3 } },
        ["an event lost"] = Faults.LostEvent(WireEvents.BeforeText + 3),
        ["the first delta lost"] = Faults.LostEvent(WireEvents.BeforeText),
        ["not JSON before the text"] = Faults.MalformedEvent(1),
        ["not JSON at the first delta"] = Faults.MalformedEvent(WireEvents.BeforeText),
        ["not JSON in the text"] = Faults.MalformedEvent(WireEvents.BeforeText + 3),
        ["carriage returns"] = new() { Stream = new() { LineEnd = LineEnd.CarriageReturn } },
        ["both line ends"] = new() { Stream = new() { LineEnd = LineEnd.Both } },
        ["multi-line data, comments, a byte order mark"] = new() { Stream = new() { MultiLineData = true, Comments = true, ByteOrderMark = true } },
        ["packets of 1 byte"] = Faults.SlowDrip(1),
        ["packets of 3 bytes, both line ends"] = Faults.SlowDrip(3) with { Stream = new() { LineEnd = LineEnd.Both } },
    };

    public static TheoryData<string, CallForm> HarmlessCases => TheoryCases.Of(Harmless.Keys, CallForm.Whole, CallForm.Result, CallForm.Text, CallForm.Events);

    [Theory]
    [MemberData(nameof(HarmlessCases))]
    public Task The_text_is_whole_and_nobody_is_asked_again(string damage, CallForm form) => AssertHarmlessAsync(Harmless[damage], form);

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    public Task A_line_of_ten_megabytes_is_read(CallForm form) => AssertHarmlessAsync(Faults.OversizeLine(10 * 1024 * 1024), form);

    [Theory]
    [InlineData(CallForm.Result)]
    [InlineData(CallForm.Text)]
    public async Task A_line_above_the_limit_is_a_bad_reply_and_not_memory(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.OversizeLine(40 * 1024 * 1024));

        var report = await scene.CallAsync(form);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal(LlmFailureKind.BadProviderReply, report.Attempts[0].Failure);
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
    }

    private static async Task AssertHarmlessAsync(ScriptedReply damage, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(damage with { Answer = new() { Text = Model.PrimaryAnswer } });

        var report = await scene.CallAsync(form);

        Assert.Null(report.Exception);
        Assert.Equal(Model.PrimaryAnswer, report.Text);
        Assert.Equal(Model.PrimaryAnswer, report.Result?.Value);
        Assert.Equal([Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        LedgerAssert.Accounts(report.Result!);
    }
}
