using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Answers that are made to cost: too deep, too long, too many, twice. Each is an error of its kind, and another model is asked.</summary>
public sealed class HostileAnswerTests
{
    private const int Deltas = 64 * 1024;

    private static readonly TypedForm[] Forms = Enum.GetValues<TypedForm>();

    private static readonly Dictionary<string, (Func<TypedForm, string> Text, string Expected, string Found)> Bombs = new()
    {
        ["deep"] = (form => Open(form) + new string('[', 100_000), "JSON", "more than 64 levels"),
        ["deep and closed"] = (form => Open(form) + new string('[', 100_000) + new string(']', 100_000) + Close(form), "JSON", "more than 64 levels"),
        ["deep objects"] = (form => Open(form) + string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), "JSON", "more than 64 levels"),
        ["properties twice"] = (form => Open(form) + "0" + string.Concat(Enumerable.Repeat(",\"Name\":\"a\"", 20_000)) + Close(form), "each property once", "the same property twice"),
        ["long"] = (form => Open(form) + "\"" + new string('a', 17 * 1024 * 1024) + "\"" + Close(form), "at most 16777216 bytes", "more"),
    };

    public static TheoryData<string, TypedForm> Cases => TheoryCases.Of(Bombs.Keys, Forms);

    public static TheoryData<string> Bodies => ["100 MB", "compressed"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bomb_is_an_error_of_its_kind_and_the_next_model_answers(string name, TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var (text, expected, found) = Bombs[name];
        var answer = text(form);
        scene.Script(Model.Primary).Always(Answers.Deltas([.. answer.Chunk(Deltas).Select(static piece => new string(piece))]));
        scene.Script(Model.Fallback).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);

        // What is too long to be an answer is too long to be sent back.
        Assert.Equal(name == "long" ? [Model.Primary, Model.Fallback] : [Model.Primary, Model.Primary, Model.Fallback], scene.Log.Models());
        Assert.All(report.Attempts.SkipLast(1), attempt => Assert.Equal(LlmFailureKind.InvalidAnswer, attempt.Failure));
        Assert.All(report.Attempts.SkipLast(1), attempt => Assert.Contains(found, attempt.Reason, StringComparison.Ordinal));
        Assert.All(report.Attempts.SkipLast(1), attempt => Assert.Contains(expected, attempt.Reason, StringComparison.Ordinal));
        Assert.All(report.Attempts, attempt => Assert.InRange(attempt.Reason?.Length ?? 0, 0, 500));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_of_any_size_is_read_to_its_bound(string body)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(new()
        {
            Http = new HttpReply(200) { Body = "{", FillerBytes = 100L * 1024 * 1024, Gzip = body == "compressed" },
        });
        scene.Script(Model.Fallback).Always(Answers.Text(ReceiptAnswers.Right(TypedForm.Unary)));

        var report = await CallAsync(scene, TypedForm.Unary);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([LlmFailureKind.BadProviderReply, null], report.Attempts.Select(static attempt => attempt.Failure));
    }

    [Fact]
    public async Task A_line_of_any_length_is_read_to_its_bound()
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(new() { Stream = new StreamScript { OversizeLineBytes = 100 * 1024 * 1024 } });
        scene.Script(Model.Fallback).Always(Answers.Text(ReceiptAnswers.Right(TypedForm.Whole)));

        var report = await CallAsync(scene, TypedForm.Whole);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([LlmFailureKind.BadProviderReply, null], report.Attempts.Select(static attempt => attempt.Failure));
    }

    /// <summary>A line whose first member is unknown to the type.</summary>
    private static string Open(TypedForm form) => (form == TypedForm.Elements ? "{\"items\":[" : "{\"Shop\":\"Elbe\",\"Lines\":[") + "{\"Name\":\"Tea\",\"unknown\":";

    private static string Close(TypedForm form) => form == TypedForm.Elements ? ",\"Price\":1}]}" : ",\"Price\":1}],\"Note\":null}";

    private static Task<TypedReport> CallAsync(FaultScene scene, TypedForm form) =>
        new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);
}
