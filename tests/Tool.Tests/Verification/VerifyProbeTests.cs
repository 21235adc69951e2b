using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class VerifyProbeTests
{
    [Fact]
    public async Task Only_what_the_methods_need_is_tried()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", Effort = Effort.Low)]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);

                [Prompt("Name this: {text}")]
                [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", Effort = Effort.High)]
                Task<string> NameAsync(string text, CancellationToken ct = default);
            }
            """);

        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(0, code);
        Assert.Equal(
            ["gpt-5.4 call:responses works", "gpt-5.4 streaming:responses works", "gpt-5.4 call:responses works",
             "gpt-5.6-sol call:responses works", "gpt-5.6-sol streaming:responses works", "gpt-5.6-sol call:responses works"],
            json.Environment().Tried());
        Assert.Equal(["low", "high"], json.Environment().GetProperty("models")[0].GetProperty("tried").EnumerateArray().Select(tried => tried.Text("effort")).OfType<string>());
        Assert.True(json.GetProperty("costUsd").GetDecimal() > 0);
    }

    [Fact]
    public async Task What_is_refused_is_a_finding_and_stands_in_the_lock_until_it_works_again()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { WithoutStreaming = ["gpt-5.4"] };

        var (refused, json) = await scene.VerifyJsonAsync("--probe");
        var withRefusal = scene.Lock;
        var (listed, _) = await scene.VerifyJsonAsync();
        var unchanged = scene.Lock;
        scene.Options.Account = new SimulatedAccount();
        var (works, _) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal((1, 1, 0), (refused, listed, works));
        Assert.Equal(["TLLM016 gpt-5.4"], json.Environment().Findings());
        Assert.Contains("\"feature\": \"streaming\"", withRefusal, StringComparison.Ordinal);
        Assert.Equal(withRefusal, unchanged);
        Assert.DoesNotContain("refused", scene.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_models_are_not_listed_the_models_themselves_are_asked()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { MissingCalls = ["GET /v1/models", "GET /v1/models/{id}"], MissingModels = ["gpt-5.6-sol"] };

        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(1, code);
        Assert.Equal(["gpt-5.4 true", "gpt-5.6-sol false"], json.Environment().Access());
        Assert.Equal(["TLLM015 gpt-5.6-sol"], json.Environment().Findings());
        Assert.Empty(json.Environment().NotChecked());
    }

    [Fact]
    public async Task A_batch_that_is_accepted_and_fails_line_by_line_is_learned_with_what_works_instead()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "24h", "--need", "batch:chat", "gpt-5.4-mini"]));

        Assert.Equal(1, run.Code);
        Assert.Contains("/v1/responses works", run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(scene.Lock);
        var model = json.RootElement.GetProperty("environments").GetProperty("default").GetProperty("models").GetProperty("gpt-5.4-mini");
        Assert.Equal(
            """{"access":true,"refused":[{"endpoint":"chat","feature":"batch","use":"/v1/responses"}]}""",
            JsonSerializer.Serialize(model));
    }

    [Fact]
    public async Task What_would_cost_too_much_is_not_tried_and_said()
    {
        await using var scene = await VerifyScene.StartAsync();

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--max-cost", "0");

        Assert.Equal(2, code);
        Assert.All(json.Environment().Tried(), tried => Assert.EndsWith("notLearned", tried, StringComparison.Ordinal));
        Assert.All(json.Environment().NotChecked(), missing => Assert.Contains("more than --max-cost leaves", missing, StringComparison.Ordinal));
        Assert.Equal(["/v1/models"], scene.Simulator.Log.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Environments_that_share_an_account_share_what_is_tried()
    {
        await using var scene = await VerifyScene.StartAsync();

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--env", "Test", "--env", "Production");

        Assert.Equal(0, code);
        Assert.Equal(json.Environment("Test").Tried(), json.Environment("Production").Tried());
        Assert.Equal(json.Environment("Test").Tried().Count(), scene.Simulator.Log.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task Deployments_are_asked_by_their_names_and_kept_by_the_ids_of_their_models()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.AdditionalModels.Add("support-chat");
        scene.Folder.Write("appsettings.json", """{ "TypedLlm": { "Providers": { "openai": { "Deployments": { "gpt-5.4": "support-chat" } } } } }""");

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--settings", ".");

        Assert.Equal(0, code);
        Assert.Contains("gpt-5.4 call:responses works", json.Environment().Tried());
        Assert.Equal(["gpt-5.6-sol", "support-chat"], scene.Simulator.Log.Requests.Select(request => request.Model).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("\"gpt-5.4\": {", scene.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_cancellation_no_lock_is_written()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.For("gpt-5.4").Always(Faults.Silence());
        using var stop = new CancellationTokenSource();

        var run = scene.RunAsync(["verify", "Shop.dll", "--probe"], stop.Token);
        await scene.Simulator.Log.WaitForRequestAsync("gpt-5.4", 1);
        await stop.CancelAsync();
        var ended = await scene.DriveAsync(run);

        Assert.Equal(2, ended.Code);
        Assert.EndsWith("typedllm: cancelled.", ended.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.False(scene.HasLock);
    }
}
