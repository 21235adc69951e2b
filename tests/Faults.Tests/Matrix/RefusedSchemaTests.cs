using System.Text.Json;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>A schema that a model does not take, as fine-tuned ones refuse bounds and formats: the same model is told of it in the prompt.</summary>
public sealed class RefusedSchemaTests
{
    public static TheoryData<TypedForm> Forms => [.. Enum.GetValues<TypedForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_same_model_answers_with_the_schema_in_its_prompt(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary)
            .On(1, Faults.BadRequest("invalid_json_schema", "Invalid schema: 'minimum' is not permitted.", "text.format.schema"))
            .Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);
        var next = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal(ReceiptAnswers.Lines, next.Lines);
        Assert.Equal([Model.Primary, Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Equal(["json_schema", "json_object", "json_object"], scene.Log.Requests.Select(FormatOf));
        Assert.Equal(("invalid_json_schema", 400), (report.Attempts[0].Code, report.Attempts[0].Status));
        await LedgerAssert.MatchesAsync(scene.Log, [.. report.Attempts, .. next.Attempts]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_the_schema_demanded_is_checked_all_the_same(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary)
            .On(1, Faults.BadRequest("invalid_json_schema", "Invalid schema: 'maximum' is not permitted.", "text.format.schema"))
            .On(2, Answers.Text(ReceiptAnswers.Wrong("annotation").Text(form)))
            .Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([LlmFailureKind.InvalidRequest, LlmFailureKind.InvalidAnswer, null], report.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal([Model.Primary, Model.Primary, Model.Primary], scene.Log.Models());
    }

    private static Task<TypedReport> CallAsync(FaultScene scene, TypedForm form) =>
        new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);

    private static string? FormatOf(LoggedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("text").GetProperty("format").GetProperty("type").GetString();
    }
}
