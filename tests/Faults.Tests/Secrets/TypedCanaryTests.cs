using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Secrets;

/// <summary>Answers of a type that are wrong, refused, cut or doubted: nothing that an operator collects has a word of them, nor of what checks say.</summary>
public sealed class TypedCanaryTests
{
    private const string Name = "oriole of the answer 7f3a";

    private static readonly Dictionary<string, Func<TypedForm, ScriptedReply>> Failures = new()
    {
        ["nothing"] = form => Line(form, $$"""{"Name":"{{Name}}","Price":1}"""),
        ["doubted"] = form => Line(form, $$"""{"Name":"{{Name}}","Price":900}"""),
        ["not JSON"] = _ => Answers.Text(Name),
        ["wrong type"] = form => Line(form, $$"""{"Name":"Tea","Price":"{{Name}}"}"""),
        ["unknown names"] = form => Line(form, $$"""{"Name":"Tea","{{Name}}":[1]}"""),
        ["annotation"] = form => Line(form, $$"""{"Name":"{{Name}}","Price":1001}"""),
        ["check"] = form => Line(form, $$"""{"Name":" ","Price":1,"unknown":"{{Name}}"}"""),
        ["check that throws"] = form => Line(form, $$"""{"Name":"{{Name}}","Price":13}"""),
        ["constructor that throws"] = form => Line(form, $$"""{"Name":"oriole's egg","Price":13,"unknown":"{{Name}}"}"""),
        ["refusal"] = _ => Answers.Refusal(Name),
        ["cut"] = form => new() { Answer = Line(form, $$"""{"Name":"{{Name}}","Price":1}""").Answer with { Ending = new(EndingKind.Incomplete) { Code = "max_output_tokens", AfterDeltas = 12 } } },
    };

    public static TheoryData<string, TypedForm> Cases => TheoryCases.Of(Failures.Keys, Enum.GetValues<TypedForm>());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_that_is_collected_has_a_word_of_them(string failure, TypedForm form)
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await FaultScene.StartAsync(
            services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder)));
        scene.Simulator.Scripts.ForAnyModel.First(9, Failures[failure](form));

        var report = await new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);

        Assert.Equal(failure is "nothing" or "doubted", report.Failure is null);
        Assert.Equal(failure == "doubted", recorder.Lines.Any(static line => line.StartsWith("log AnswerDoubted", StringComparison.Ordinal)));
        Assert.Contains(recorder.Lines, static line => line.StartsWith("span TypedLlm", StringComparison.Ordinal));
        Assert.All(recorder.Lines.Concat(Canary.Describe(report.Exception)), Canary.AssertAbsent);
    }

    private static ScriptedReply Line(TypedForm form, string line) => Answers.Text(ReceiptAnswers.Json(form, line));
}
