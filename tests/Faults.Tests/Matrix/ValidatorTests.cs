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
    public async Task A_validator_that_throws_is_a_fault_of_the_program_and_costs_no_request(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(ReceiptAnswers.Json(form, """{"Name":"cuckoo","Price":2}""")));

        var report = await CallAsync(scene, form);

        Assert.Equal(LlmFailureKind.InvalidAnswer, report.Failure?.Kind);
        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Contains(
            form == TypedForm.Elements ? "made LineValidator throw TimeZoneNotFoundException at $.items[0]" : "made ReceiptValidator throw TimeZoneNotFoundException at $",
            report.Failure!.Message,
            StringComparison.Ordinal);
        Assert.IsType<TimeZoneNotFoundException>(report.Fault!.GetCause());
        if (form != TypedForm.Elements)
        {
            Assert.Contains("cuckoo", report.Fault.GetExcerpt(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("cuckoo", report.Failure!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validator_that_throws_ends_a_stream_of_elements_there()
    {
        await using var scene = await FaultScene.StartAsync(services: static services => services.AddSingleton<ILlmValidator<ReceiptLine>, MoodyValidator>());
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(ReceiptAnswers.Json(TypedForm.Elements, """{"Name":"Tea","Price":4.5}""", """{"Name":"cuckoo","Price":2}""")));

        var report = await CallAsync(scene, TypedForm.Elements);

        Assert.Equal([ReceiptAnswers.Lines[0]], report.Lines);
        Assert.Equal(LlmFailureKind.InvalidAnswer, report.Failure?.Kind);
        Assert.Contains("made MoodyValidator throw IOException at $.items[1]", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal([Model.Primary], scene.Log.Models());
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task A_validator_that_the_caller_has_told_to_stop_cancels_the_call(TypedForm form)
    {
        using var caller = new CancellationTokenSource();
        var validator = new PatientValidator(caller);
        await using var scene = await FaultScene.StartAsync(services: services => services
            .AddSingleton<ILlmValidator<Receipt>>(validator)
            .AddSingleton<ILlmValidator<ReceiptLine>>(validator));
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(ReceiptAnswers.Right(form)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync(cancellationToken: caller.Token).WaitAsync(Guards.Hang));

        Assert.Equal([Model.Primary], scene.Log.Models());
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task The_excerpt_shows_what_a_validator_refuses_wherever_that_stands(TypedForm form)
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        var line = form == TypedForm.Elements ? 0 : 20;
        var refused = $$"""{"note":"{{new string('-', 500)}}","Name":"oriole","Price":2}""";
        scene.Simulator.Scripts.ForAnyModel.First(9, Answers.Text(ReceiptAnswers.Json(form, [.. Enumerable.Repeat("""{"Name":"Tea","Price":4.5}""", line), refused])));

        var report = await CallAsync(scene, form);

        Assert.Equal(ReceiptAnswers.Line(form, line) + ".Name", report.Fault?.Path);
        Assert.Contains("oriole", report.Failure!.GetExcerpt(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_is_an_answer_that_no_validator_is_asked_about()
    {
        await using var scene = await FaultScene.StartAsync(services: Register);
        scene.Script(Model.Primary)
            .First(2, Answers.Text("""{"value":null}"""))
            .On(3, Answers.Text("""{"items":[null,{"Name":"Tea","Price":4.5},null]}"""));
        var desk = scene.Get<IMaybeDesk>();

        Assert.Null(await desk.FindAsync("it").WaitAsync(Guards.Hang));
        Assert.Null((await desk.FindForResultAsync("it").WaitAsync(Guards.Hang)).Value);
        var lines = new List<ReceiptLine?>();
        await foreach (var line in desk.LinesAsync("it"))
        {
            lines.Add(line);
        }

        Assert.Equal([null, ReceiptAnswers.Lines[0], null], lines);
        Assert.Equal(3, scene.Log.Requests.Count);
    }

    [Fact]
    public async Task A_validator_of_a_scope_is_refused_when_the_client_is_made()
    {
        await using var scene = await FaultScene.StartAsync(services: static services => services.AddScoped<ILlmValidator<ReceiptLine>, LineValidator>());

        var exception = Assert.Throws<InvalidOperationException>(() => scene.Get<IReceiptDesk>());

        Assert.Contains("ILlmValidator<TypedLlm.FaultTests.Endpoints.ReceiptLine>", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddSingleton", exception.Message, StringComparison.Ordinal);
        Assert.Contains("IServiceScopeFactory", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Validators_that_a_container_does_not_make_are_named_before_anything_is_sent(TypedForm form)
    {
        using var services = new ServiceCollection()
            .AddSingleton<Aviary>()
            .AddScoped<ILlmValidator<Receipt>, ReceiptValidator>()
            .AddScoped<ILlmValidator<ReceiptLine>, LineValidator>()
            .BuildServiceProvider(validateScopes: true);
        await using var scene = await FaultScene.StartAsync(options => options.Services = services);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(scene, form));

        Assert.Contains($"ILlmValidator<{(form == TypedForm.Elements ? typeof(ReceiptLine) : typeof(Receipt)).FullName}>", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddSingleton", exception.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.Empty(scene.Log.Requests);
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

    /// <summary>Loses what it asks, once.</summary>
    private sealed class MoodyValidator : ILlmValidator<ReceiptLine>
    {
        private bool _hasThrown;

        public void Validate(ReceiptLine value, LlmValidation validation)
        {
            if (value.Name == "cuckoo" && !_hasThrown)
            {
                _hasThrown = true;
                throw new IOException("The list of birds is away.");
            }
        }
    }

    /// <summary>Works with the caller's token, and is cancelled meanwhile.</summary>
    private sealed class PatientValidator(CancellationTokenSource caller) : ILlmValidator<Receipt>, ILlmValidator<ReceiptLine>
    {
        public void Validate(Receipt value, LlmValidation validation) => Work();

        public void Validate(ReceiptLine value, LlmValidation validation) => Work();

        private void Work()
        {
            caller.Cancel();
            caller.Token.ThrowIfCancellationRequested();
        }
    }

    private sealed class LineValidator(Aviary birds) : ILlmValidator<ReceiptLine>
    {
        public void Validate(ReceiptLine value, LlmValidation validation) => birds.Check(value.Name, nameof(ReceiptLine.Name), validation);
    }
}
