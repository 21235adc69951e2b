using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Answers that the model or a filter ends early: no other model is asked, and what there is can be had.</summary>
public sealed class AnswerEndTests
{
    private const int Handed = 8;

    public static TheoryData<CallForm> Forms =>
        [CallForm.Whole, CallForm.Result, CallForm.Unary, CallForm.Text, CallForm.Events, CallForm.RestartingEvents];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_cut_by_its_limit_is_an_error_with_the_part_attached(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Incomplete(afterDeltas: Handed));

        var report = await scene.CallAsync(form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.OutputTruncated);
        Assert.NotEmpty(report.Failure!.GetPartialText()!);
        if (form is CallForm.Text or CallForm.Events or CallForm.RestartingEvents)
        {
            Assert.Equal(Handed, report.Parts);
            Assert.Equal(report.Text, report.Failure.GetPartialText());
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_that_used_its_limit_for_reasoning_has_no_part(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Incomplete());

        var report = await scene.CallAsync(form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.OutputTruncated);
        Assert.True(string.IsNullOrEmpty(report.Failure!.GetPartialText()));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_cut_by_a_filter_keeps_its_reason(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Incomplete("content_filter", Handed));

        var report = await scene.CallAsync(form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.ContentFiltered);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_refusal_is_no_answer(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Refusal("I cannot help with parcels."));

        var report = await scene.CallAsync(form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.Refusal);
        Assert.Empty(report.Text);
        Assert.DoesNotContain("parcels", report.Failure!.ToString(), StringComparison.Ordinal);
        if (form is CallForm.Events or CallForm.RestartingEvents)
        {
            var refusal = string.Concat(report.Events.OfType<LlmEvent<string>.Refusal>().Select(static item => item.Text));
            Assert.Equal("I cannot help with parcels.", refusal);
        }
    }

    private static async Task AssertOneRequestAsync(FaultScene scene, CallReport report, LlmFailureKind kind)
    {
        Assert.Equal(kind, report.Failure?.Kind);
        Assert.Null(report.Result);
        Assert.Equal([Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.NotNull(report.Attempts[0].Usage);
    }
}
