using Microsoft.Extensions.DependencyInjection;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Validators of the container check answers with what is not in them.</summary>
public sealed class ValidatorTests
{
    private const string Demand = "The shop sells no oriole.";

    public static TheoryData<TypedForm> AllForms => [.. Enum.GetValues<TypedForm>()];

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_a_validator_refuses_is_repaired(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Script(Model.Primary).On(1, Answers.Text(Oriole(form))).Always(Answers.Text(ReceiptAnswers.Right(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal([Model.Primary, Model.Primary], scene.Log.Models());
        Assert.Contains(PathOf(form), scene.Log.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains(Demand, scene.Log.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_no_model_gets_past_a_validator_is_an_error_without_content(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(Oriole(form)));

        var report = await CallAsync(scene, form);

        Assert.Equal(LlmFailureKind.InvalidAnswer, report.Failure?.Kind);
        Assert.Equal(PathOf(form), report.Fault?.Path);
        Assert.Equal([Demand], report.Fault!.GetFindings().Select(static finding => finding.Message));
        Assert.Contains("oriole", report.Failure!.GetExcerpt(), StringComparison.Ordinal);
        Assert.DoesNotContain("oriole", report.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_a_validator_only_doubts_comes_with_the_answer(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Script(Model.Primary).Always(Answers.Text(ReceiptAnswers.Json(form, """{"Name":"Gull","Price":2}""")));

        var report = await CallAsync(scene, form);

        Assert.Equal([new LlmFinding(PathOf(form), "A gull is rare.")], report.Result!.Warnings);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task A_validator_that_throws_refuses_the_answer(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(ReceiptAnswers.Json(form, """{"Name":"cuckoo","Price":2}""")));

        var report = await CallAsync(scene, form);

        Assert.Equal(LlmFailureKind.InvalidAnswer, report.Failure?.Kind);
        Assert.IsType<TimeZoneNotFoundException>(report.Fault!.GetCause());
        Assert.DoesNotContain("cuckoo", report.Failure!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_container_the_settings_name_where_validators_are()
    {
        using var services = Registered().BuildServiceProvider();
        await using var scene = await FaultScene.StartAsync(options => options.Services = services);
        scene.Script(Model.Primary).On(1, Answers.Text(Oriole(TypedForm.Whole))).Always(Answers.Text(ReceiptAnswers.Right(TypedForm.Whole)));

        var report = await CallAsync(scene, TypedForm.Whole);

        Assert.Equal(ReceiptAnswers.Lines, report.Lines);
        Assert.Equal(2, scene.Log.Requests.Count);
    }

    private static string PathOf(TypedForm form) => form == TypedForm.Elements ? "$.items[0].Name" : "$.Lines[0].Name";

    private static string Oriole(TypedForm form) => ReceiptAnswers.Json(form, """{"Name":"oriole","Price":2}""");

    private static Task<TypedReport> CallAsync(FaultScene scene, TypedForm form) =>
        new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);

    private static ServiceCollection Registered()
    {
        var services = new ServiceCollection();
        Register(services);
        return services;
    }

    private static void Register(IServiceCollection services) => services
        .AddSingleton<Aviary>()
        .AddSingleton<ILlmValidator<Receipt>, ReceiptValidator>()
        .AddSingleton<ILlmValidator<ReceiptLine>, LineValidator>();

    /// <summary>What an application knows and an answer does not.</summary>
    private sealed class Aviary
    {
        public void Check(string name, string path, LlmValidation validation)
        {
            switch (name)
            {
                case "oriole":
                    validation.Error(path, Demand);
                    break;
                case "Gull":
                    validation.Warn(path, "A gull is rare.");
                    break;
                case "cuckoo":
                    throw new TimeZoneNotFoundException("A cuckoo of no zone.");
            }
        }
    }

    private sealed class ReceiptValidator(Aviary birds) : ILlmValidator<Receipt>
    {
        public void Validate(Receipt value, LlmValidation validation)
        {
            for (var index = 0; index < value.Lines.Count; index++)
            {
                birds.Check(value.Lines[index].Name, $"lines[{index}].Name", validation);
            }
        }
    }

    private sealed class LineValidator(Aviary birds) : ILlmValidator<ReceiptLine>
    {
        public void Validate(ReceiptLine value, LlmValidation validation) => birds.Check(value.Name, nameof(ReceiptLine.Name), validation);
    }
}
