using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Answers of a type that the model or a filter ends early: no other model is asked, none is repaired, and what there is can be had.</summary>
public sealed class TypedAnswerEndTests
{
    public static TheoryData<TypedForm> Forms => [.. Enum.GetValues<TypedForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_cut_by_its_limit_is_an_error_with_the_part_attached(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var right = ReceiptAnswers.Right(form);
        string[] deltas = [.. right.Chunk(4).Select(static piece => new string(piece))];
        var shown = right.LastIndexOf("\"Price\"", StringComparison.Ordinal) / 4;
        scene.Script(Model.Primary).Always(new() { Answer = new() { Deltas = deltas, Ending = Cut("max_output_tokens", shown) } });

        var report = await CallAsync(scene, form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.OutputTruncated);
        Assert.Equal(string.Concat(deltas.Take(shown)), report.Failure!.GetPartialText());
        Assert.DoesNotContain("Tea", report.Failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(form == TypedForm.Elements ? ReceiptAnswers.Lines.Take(1) : [], report.Lines);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_that_used_its_limit_for_reasoning_has_no_part(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Incomplete());

        var report = await CallAsync(scene, form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.OutputTruncated);
        Assert.True(string.IsNullOrEmpty(report.Failure!.GetPartialText()));
        Assert.Empty(report.Lines);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_cut_by_a_filter_keeps_its_reason(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(new() { Answer = new() { Text = ReceiptAnswers.Right(form), Ending = Cut("content_filter", 3) } });

        var report = await CallAsync(scene, form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.ContentFiltered);
        Assert.Empty(report.Lines);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_refusal_is_no_answer(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Refusal("I cannot help with receipts."));

        var report = await CallAsync(scene, form);

        await AssertOneRequestAsync(scene, report, LlmFailureKind.Refusal);
        Assert.Equal("I cannot help with receipts.", report.Failure!.GetProviderMessage());
        Assert.DoesNotContain("receipts", report.Failure.ToString(), StringComparison.Ordinal);
        Assert.Null(report.Failure.GetExcerpt());
        Assert.Empty(report.Lines);
        Assert.Equal(form == TypedForm.Events, report.Events.Contains("Refusal"));
    }

    private static AnswerEnding Cut(string reason, int afterDeltas) => new(EndingKind.Incomplete) { Code = reason, AfterDeltas = afterDeltas };

    private static Task<TypedReport> CallAsync(FaultScene scene, TypedForm form) =>
        new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);

    private static async Task AssertOneRequestAsync(FaultScene scene, TypedReport report, LlmFailureKind kind)
    {
        Assert.Equal(kind, report.Failure?.Kind);
        Assert.Null(report.Result);
        Assert.Equal([Model.Primary], scene.Log.Models());
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.NotNull(report.Attempts[0].Usage);
        Assert.NotNull(report.Attempts[0].Cost);
    }
}
