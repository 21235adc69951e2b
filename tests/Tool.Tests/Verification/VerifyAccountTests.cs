using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class VerifyAccountTests
{
    [Fact]
    public async Task What_the_account_has_is_learned_and_written_into_the_lock()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.VerifyAsync("--env", "Production");

        Assert.Equal(0, run.Code);
        Assert.Contains("gpt-5.6-sol", run.Out, StringComparison.Ordinal);
        Assert.Equal("typedllm: wrote typedllm.lock.json.\n", run.Error.ReplaceLineEndings("\n"));
        using var json = JsonDocument.Parse(scene.Lock);
        var section = json.RootElement.GetProperty("environments").GetProperty("Production");
        Assert.Equal(scene.Variables["OPENAI_BASE_URL"], section.Text("baseUrl"));
        Assert.Matches("^sha256:[0-9a-f]{12}$", section.Text("credential"));
        Assert.Equal("""{"gpt-5.4":{"access":true},"gpt-5.6-sol":{"access":true}}""", JsonSerializer.Serialize(section.GetProperty("models")));
        Assert.Equal(["GET /v1/models"], scene.Simulator.Log.Requests.Select(request => $"{request.Method} {request.Path}"));
    }

    [Fact]
    public async Task A_model_that_the_account_lacks_is_asked_again_by_its_id_and_is_an_error()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { MissingModels = ["gpt-5.6-sol"] };

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(1, code);
        Assert.Equal(["gpt-5.4 true", "gpt-5.6-sol false"], json.Environment().Access());
        Assert.Equal(["TLLM015 gpt-5.6-sol"], json.Environment().Findings());
        Assert.Contains("GET /v1/models/gpt-5.6-sol", scene.Simulator.Log.Requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.Contains("\"access\": false", scene.Lock, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelListShape.Html, "no JSON object")]
    [InlineData(ModelListShape.Empty, "lists no model at all")]
    public async Task An_odd_list_proves_nothing(ModelListShape shape, string reason)
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { ModelList = shape };

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.Equal(["gpt-5.4 null", "gpt-5.6-sol null"], json.Environment().Access());
        Assert.All(json.Environment().NotChecked(), missing => Assert.Contains(reason, missing, StringComparison.Ordinal));
        Assert.All(json.Environment().NotChecked(), missing => Assert.EndsWith("--probe asks the model itself", missing, StringComparison.Ordinal));
        Assert.False(scene.HasLock);
    }

    [Fact]
    public async Task Ids_alone_are_enough()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { ModelList = ModelListShape.IdsOnly };

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(0, code);
        Assert.Equal(["gpt-5.4 true", "gpt-5.6-sol true"], json.Environment().Access());
    }

    [Fact]
    public async Task A_server_without_a_list_is_said_to_have_none()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { MissingCalls = ["GET /v1/models", "GET /v1/models/{id}"] };

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.All(json.Environment().NotChecked(), missing => Assert.Contains("the server has no list of models (status 404)", missing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_may_not_list_is_not_an_account_without_models()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { ForbiddenCalls = ["GET /v1/models"] };

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.Equal(["gpt-5.4 null", "gpt-5.6-sol null"], json.Environment().Access());
        Assert.Empty(json.Environment().Findings());
    }

    [Fact]
    public async Task A_day_that_the_account_names_counts_and_its_difference_from_the_catalog_is_reported()
    {
        // The catalog of the project has another day than the account, which has that of the built-in catalog.
        await using var scene = await VerifyScene.StartAsync(
            """
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5", Fallback = "gpt-5.6-sol")]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """,
            """{ "models": [{ "id": "gpt-5", "shutdownDate": "2029-01-01" }] }""");
        var date = BuiltInDate("gpt-5");

        var (code, json) = await scene.VerifyJsonAsync("--horizon", "36500");

        Assert.Equal(1, code);
        Assert.Equal(["TLLM007 gpt-5", "TLLM601 gpt-5"], json.Environment().Findings());
        Assert.Contains(date, json.Environment().Message("TLLM007"), StringComparison.Ordinal);
        Assert.Contains($$"""add { "id": "gpt-5", "shutdownDate": "{{date}}" } to "models" in typedllm.models.json""", json.Environment().Message("TLLM601"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked_there_and_the_other_environments_go_on()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Variables.Remove("OPENAI_API_KEY");
        scene.Variables["PROD_KEY"] = VerifyScene.Key;

        var (code, json) = await scene.VerifyJsonAsync("--env", "Test", "--env", "Production", "--key", "Production=PROD_KEY");

        Assert.Equal(2, code);
        Assert.Contains("TypedLlm:Providers:openai:ApiKey is not set", Assert.Single(json.Environment("Test").NotChecked()), StringComparison.Ordinal);
        Assert.Equal(["gpt-5.4 true", "gpt-5.6-sol true"], json.Environment("Production").Access());
        Assert.DoesNotContain("\"Test\"", scene.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_settings_is_named()
    {
        await using var scene = await VerifyScene.StartAsync(catalog: """{ "models": [{ "id": "gpt-5.6-sol", "provider": "elsewhere" }] }""");

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.Contains("set TypedLlm:Providers:elsewhere:BaseUrl", Assert.Single(json.Environment().NotChecked()), StringComparison.Ordinal);
        Assert.Equal("gpt-5.4 true", json.Environment().Access().First());
    }

    [Fact]
    public async Task Overload_is_outlasted_and_a_key_that_is_refused_is_not_asked_twice()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.ForCall("GET /v1/models").On(1, Faults.RateLimited(TimeSpan.Zero)).On(2, Faults.InvalidKey());

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.All(json.Environment().NotChecked(), missing => Assert.Contains("the key was refused or could not be got (status 401", missing, StringComparison.Ordinal));
        Assert.Equal(2, scene.Simulator.Log.Requests.Count);
    }

    private static string BuiltInDate(string id) => TypedLlm.Catalog.BuiltInCatalog.Instance.Find(id)!.ShutdownDate!.Value.ToString();
}
