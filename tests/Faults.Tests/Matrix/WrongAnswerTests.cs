using System.Text.Json;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Answers that are not of their type: the same model is told once, then the next one is asked, then it is an error.</summary>
public sealed class WrongAnswerTests
{
    private static readonly TypedForm[] Forms = Enum.GetValues<TypedForm>();

    public static TheoryData<string, TypedForm> Cases => TheoryCases.Of(ReceiptAnswers.WrongOnes, Forms);

    public static TheoryData<TypedForm> AllForms => [.. Forms];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_same_model_repairs_its_answer(string name, TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var wrong = ReceiptAnswers.Wrong(name);
        scene.Script(Model.Primary).On(1, Answers.Text(wrong.Text(form))).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Equal([LlmFailureKind.InvalidAnswer, null], report.Attempts.Select(static attempt => attempt.Failure));
        var messages = Messages(scene.Log.Requests[1]);
        Assert.Equal(Messages(scene.Log.Requests[0]), messages[..^2]);
        Assert.Equal(("assistant", wrong.Text(form)), messages[^2]);
        Assert.Equal("user", messages[^1].Role);
        Assert.Contains(wrong.Path(form), messages[^1].Content, StringComparison.Ordinal);
        Assert.Contains(name == "check" ? ReceiptLine.Demand : wrong.Clause(form), messages[^1].Content, StringComparison.Ordinal);
        Assert.Equal(form == TypedForm.Events ? ["Started", "Restarted", "Started", "Completed"] : [], report.Events);
        await AssertPaidAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task The_model_alone_is_told_why_a_constructor_threw_and_of_which_member(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var wrong = ReceiptAnswers.Wrong("constructor that throws");
        scene.Script(Model.Primary).On(1, Answers.Text(wrong.Text(form))).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Contains(
            $"{wrong.Clause(form)}: oriole's egg is no goods.", Messages(scene.Log.Requests[1])[^1].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("oriole", report.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_next_model_answers_without_knowing_of_it(string name, TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Text(ReceiptAnswers.Wrong(name).Text(form)));
        scene.Script(Model.Fallback).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([Model.Primary, Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal([LlmFailureKind.InvalidAnswer, LlmFailureKind.InvalidAnswer, null], report.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(Messages(scene.Log.Requests[0]), Messages(scene.Log.Requests[2]));
        Assert.StartsWith(Model.Fallback, report.Result!.Model, StringComparison.Ordinal);
        await AssertPaidAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_no_model_gets_right_is_an_error_that_says_where(string name, TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var wrong = ReceiptAnswers.Wrong(name);
        var text = wrong.Text(form);
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(text));

        var report = await CallAsync(scene, form);

        Assert.Equal(LlmFailureKind.InvalidAnswer, report.Failure?.Kind);
        Assert.Empty(report.Lines);
        Assert.Equal([Model.Primary, Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.Equal((wrong.Path(form), wrong.Expected, wrong.Found), (report.Fault!.Path, report.Fault.Expected, report.Fault.Found));
        Assert.Contains(wrong.Clause(form), report.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(wrong.Clause(form), report.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, report.Failure.GetPartialText());
        Assert.Contains(report.Failure.GetExcerpt()!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("oriole", report.Failure.ToString(), StringComparison.Ordinal);
        Assert.Null(report.Result);
        await AssertPaidAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task A_check_that_throws_is_a_fault_of_the_program_and_costs_no_request(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var text = ReceiptAnswers.Json(form, """{"Name":"oriole","Price":13}""");
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(text));

        var report = await CallAsync(scene, form);

        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Equal((LlmFailureKind.InvalidAnswer, ReceiptAnswers.Line(form, 0)), (report.Failure?.Kind, report.Fault?.Path));
        Assert.Contains($"made ReceiptLine.Check throw InvalidOperationException at {ReceiptAnswers.Line(form, 0)}", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("failed: a check of the answer threw.", report.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("\nMend the check", report.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not of the type", report.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("GetCause()", report.Fault!.Message, StringComparison.Ordinal);
        Assert.Equal("oriole brings bad luck.", Assert.IsType<InvalidOperationException>(report.Fault.GetCause()).Message);
        Assert.Equal(text, report.Failure.GetPartialText());
        Assert.DoesNotContain("oriole", report.Failure.ToString(), StringComparison.Ordinal);
        await AssertPaidAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task The_text_of_the_error_is_the_answer_that_it_is_about(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var last = ReceiptAnswers.Wrong("annotation");
        scene.Script(Model.Primary)
            .On(1, Answers.Text(ReceiptAnswers.Wrong("missing").Text(form)))
            .On(2, Answers.Text(ReceiptAnswers.Wrong("type").Text(form)));
        scene.Script(Model.Fallback).Always(Answers.Text(last.Text(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(3, scene.Log.Requests.Count);
        Assert.Equal((last.Path(form), last.Expected), (report.Fault?.Path, report.Fault?.Expected));
        Assert.Equal(last.Text(form), report.Failure!.GetPartialText());
        Assert.Contains(report.Failure.GetExcerpt()!, last.Text(form), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task The_words_of_a_refusal_are_not_those_of_the_wrong_answer_before(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Answers.Text(ReceiptAnswers.Wrong("type").Text(form))).Always(Answers.Refusal("I cannot"));

        var report = await CallAsync(scene, form);

        Assert.Equal((LlmFailureKind.Refusal, "I cannot"), (report.Failure?.Kind, report.Failure?.GetPartialText()));
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Words_and_fences_around_an_answer_cost_no_repair(TypedForm form)
    {
        // A list may be a citation where a list is the answer.
        var citation = form == TypedForm.Elements ? "[Elbe]" : "[1]";
        var draft = ReceiptAnswers.Json(form, """{"Name":"Draft","Price":1}""");
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary)
            .On(1, Answers.Text($"```json\n{ReceiptAnswers.Right(form)}\n```"))
            .On(2, Answers.Text($"Here is what I read: {ReceiptAnswers.Right(form)} Anything else?"))
            .On(3, Answers.Text($"<think>{{plan}}</think>See {citation}: {ReceiptAnswers.Right(form)} (use }})"))
            .On(4, Answers.Text($"<think>{draft}</think>{ReceiptAnswers.Right(form)}"))
            .On(5, Answers.Text($"Not {draft}, but\n```json\n{ReceiptAnswers.Right(form)}\n```"));

        for (var call = 0; call < 5; call++)
        {
            Assert.Equal(ReceiptAnswers.Lines, (await CallAsync(scene, form)).Lines);
        }

        Assert.Equal(Enumerable.Repeat(Model.Primary, 5), scene.Log.Models());
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_was_handed_out_cannot_be_taken_back_and_a_stream_of_events_says_so(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).On(1, Answers.Text(ReceiptAnswers.WrongInTheSecondLine(form))).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        if (form == TypedForm.Elements)
        {
            Assert.Equal([ReceiptAnswers.Lines[0]], report.Lines);
            Assert.Equal((LlmFailureKind.InvalidAnswer, "$.items[1].Price"), (report.Failure?.Kind, report.Fault?.Path));
            Assert.Equal([Model.Primary], scene.Log.Models());
        }
        else
        {
            Assert.Equal(ReceiptAnswers.Lines, report.Lines);
            Assert.Equal(form == TypedForm.Events ? ["Started", "Restarted", "Started", "Completed"] : [], report.Events);
            Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        }

        await AssertPaidAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_a_check_only_doubts_comes_with_the_answer(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Answers.Text(ReceiptAnswers.Json(form, """{"Name":"Caviar","Price":900}""")));

        var report = await CallAsync(scene, form);

        Assert.Equal([new ReceiptLine("Caviar", 900)], report.Lines);
        Assert.Equal([new LlmFinding(ReceiptAnswers.Line(form, 0) + ".Price", "Caviar is dear.")], report.Result!.Warnings);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }

    private static Task<TypedReport> CallAsync(FaultScene scene, TypedForm form) =>
        new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);

    /// <summary>Each request is in the ledger, used tokens and cost something, and usage and cost of the result or the exception are those of all of them.</summary>
    private static async Task AssertPaidAsync(FaultScene scene, TypedReport report)
    {
        await LedgerAssert.MatchesAsync(scene.Log, report.Attempts);
        Assert.All(report.Attempts, static attempt => Assert.True(attempt is { Usage.OutputTokens: > 0, Cost: > 0 }));
        var (usage, cost) = report.Result is { } result ? (result.TotalUsage, result.Cost) : (report.Failure!.TotalUsage, report.Failure.Cost);
        Assert.Equal(report.Attempts.Sum(static attempt => attempt.Cost), cost);
        Assert.Equal(report.Attempts.Sum(static attempt => attempt.Usage!.InputTokens), usage!.InputTokens);
        Assert.Equal(report.Attempts.Sum(static attempt => attempt.Usage!.OutputTokens), usage.OutputTokens);
        Assert.Equal(report.Attempts[^1].Usage, report.Result?.Usage ?? report.Attempts[^1].Usage);
    }

    private static (string Role, string Content)[] Messages(LoggedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return
        [
            .. body.RootElement.GetProperty("input").EnumerateArray().Select(
                static message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!)),
        ];
    }
}
