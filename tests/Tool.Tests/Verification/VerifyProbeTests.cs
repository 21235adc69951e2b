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
        Assert.Contains("TLLM016", run.Out, StringComparison.Ordinal);
        Assert.Contains("but --need batch:chat asks for it; what works with it is /v1/responses", run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(scene.Lock);
        var model = json.RootElement.GetProperty("environments").GetProperty("default").GetProperty("models").GetProperty("gpt-5.4-mini");
        Assert.Equal(
            """{"access":true,"refused":[{"endpoint":"chat","feature":"batch","use":"/v1/responses"}]}""",
            JsonSerializer.Serialize(model));
    }

    [Fact]
    public async Task Answers_of_a_type_are_tried_in_a_schema_without_being_named()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface ISupportDesk
            {
                [Prompt("How angry is this: {text}")]
                Task<int> RateAsync(string text, CancellationToken ct = default);
            }
            """);
        scene.Options.Account = new SimulatedAccount { WithoutStructured = ["gpt-5.6-sol"] };

        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(1, code);
        Assert.Contains("gpt-5.4 structured works", Tried(json));
        Assert.Contains("gpt-5.6-sol structured refused", Tried(json));
        var finding = Assert.Single(json.Environment().GetProperty("findings").EnumerateArray());
        Assert.Equal(("TLLM308", "gpt-5.6-sol"), (finding.Text("rule"), finding.Text("model")));
        Assert.Contains("\"feature\": \"structured\"", scene.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_need_that_is_refused_is_a_finding_that_names_it_alone()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { WithoutBackground = ["gpt-5.4-mini"], WithoutPdf = ["gpt-5.4-mini"] };

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--need", "background", "--need", "pdf", "gpt-5.4-mini");

        Assert.Equal(1, code);
        string[] messages = [.. json.Environment().GetProperty("findings").EnumerateArray().Select(finding => finding.Text("message")!)];
        Assert.Equal(2, messages.Length);
        Assert.Single(messages, message => message.Contains("refused background runs with 'gpt-5.4-mini', but --need background asks for it;", StringComparison.Ordinal));
        Assert.Single(messages, message => message.Contains("but --need pdf asks for it;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_does_not_even_answer_a_call_is_tried_no_further()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.For("gpt-5.4").Always(Faults.BadGateway());

        var run = await scene.DriveAsync(scene.VerifyAsync("--probe"));

        Assert.Equal(2, run.Code);
        Assert.Contains("streaming: not learned, not tried: the service failed", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Simulator.Log.Requests, static request => request.Model == "gpt-5.4" && request.Body.Contains("\"stream\":true", StringComparison.Ordinal));
        Assert.Single(run.Out.Split('\n'), static line => line.TrimStart().StartsWith("call, streaming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_refused_ends_nothing()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.For("gpt-5.4").On(1, Faults.UnsupportedParameter("service_tier"));

        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(2, code);
        Assert.Equal(["gpt-5.4 call"], json.Environment().GetProperty("notChecked").EnumerateArray().Select(missing => $"{missing.Text("model")} {missing.Text("what")}"));
        Assert.Contains(scene.Simulator.Log.Requests, static request => request.Model == "gpt-5.4" && request.Body.Contains("\"stream\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scope_that_the_key_lacks_is_named()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { ForbiddenCalls = ["POST /v1/files"] };

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--need", "batch", "gpt-5.4-mini");

        Assert.Equal(2, code);
        Assert.Contains("the key lacks the scope api.files.write (403)", Assert.Single(json.Environment().NotChecked()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_the_account_refuses_is_a_finding_of_the_method_that_sends_it()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                [LlmEndpoint(Effort = Effort.High)]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);

                [Prompt("Name this: {text}")]
                Task<string> NameAsync(string text, CancellationToken ct = default);
            }
            """);
        scene.Simulator.Scripts.For("gpt-5.4").On(2, Faults.UnsupportedParameter("reasoning.effort"));

        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(1, code);
        Assert.All(json.Environment().GetProperty("findings").EnumerateArray(), finding => Assert.Equal("TLLM012 gpt-5.4", $"{finding.Text("rule")} {finding.Text("model")}"));
        Assert.Contains("'gpt-5.4' refused a call with effort high", json.Environment().Message("TLLM012"), StringComparison.Ordinal);
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
        scene.Options.Account = new SimulatedAccount { MissingModels = ["gpt-5.4"] };
        scene.Folder.Write("appsettings.json", """{ "TypedLlm": { "Providers": { "openai": { "Deployments": { "gpt-5.4": "support-chat" } } } } }""");

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--settings", ".");

        Assert.Equal(0, code);
        Assert.Contains("gpt-5.4 call:responses works", json.Environment().Tried());
        Assert.Equal(["gpt-5.6-sol", "support-chat"], scene.Simulator.Log.Requests.Select(request => request.Model).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("\"gpt-5.4\": {", scene.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environments_with_the_same_deployments_share_what_is_tried()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.AdditionalModels.Add("support-chat");
        scene.Folder.Write("appsettings.json", """{ "TypedLlm": { "Providers": { "openai": { "Deployments": { "gpt-5.4": "support-chat" } } } } }""");

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--settings", ".", "--env", "Test", "--env", "Production");

        Assert.Equal(0, code);
        Assert.Equal(json.Environment("Test").Tried().Count(), scene.Simulator.Log.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task A_deployment_that_is_not_listed_is_not_learned()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("appsettings.json", """{ "TypedLlm": { "Providers": { "openai": { "Deployments": { "gpt-5.4": "support-chat" } } } } }""");

        var (code, json) = await scene.VerifyJsonAsync("--settings", ".");

        Assert.Equal(2, code);
        Assert.Equal(["gpt-5.4 null", "gpt-5.6-sol true"], json.Environment().Access());
        Assert.Contains("its deployment 'support-chat' is not listed", Assert.Single(json.Environment().NotChecked()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_works_is_there_although_one_call_does_not_find_it()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.ForCall("POST /v1/chat/completions").Always(Faults.ModelNotFound("gpt-4.1-mini"));

        var run = await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--need", "structured", "--need", "structured:chat", "gpt-4.1-mini"]));

        Assert.Equal(1, run.Code);
        Assert.DoesNotContain("TLLM015", run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(scene.Lock);
        var model = json.RootElement.GetProperty("environments").GetProperty("default").GetProperty("models").GetProperty("gpt-4.1-mini");
        Assert.Equal("""{"access":true,"refused":[{"endpoint":"chat","feature":"structured"}]}""", JsonSerializer.Serialize(model));
    }

    [Fact]
    public async Task After_a_cancellation_no_lock_is_written_and_nothing_is_left_at_the_provider()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.BackgroundQueueTime = TimeSpan.FromDays(10);
        using var stop = new CancellationTokenSource();

        var run = scene.RunAsync(["verify", "--probe", "--wait", "20h", "--need", "background", "gpt-5.4-mini"], stop.Token);
        var driven = scene.DriveAsync(run, stop.Token);
        for (var request = 1; !IsFollowed(); request++)
        {
            await scene.Simulator.Log.WaitForRequestAsync(request);
        }

        await stop.CancelAsync();
        var ended = await driven;

        Assert.Equal(2, ended.Code);
        Assert.EndsWith("typedllm: cancelled.", ended.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.False(scene.HasLock);
        var response = Assert.Single(scene.Simulator.State.Responses);
        Assert.Equal((true, "cancelled"), (response.IsDeleted, response.Status));

        bool IsFollowed() =>
            scene.Simulator.Log.Requests.Any(static request => request.Method == "GET" && request.Path.StartsWith("/v1/responses/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Tried(JsonElement json) =>
        from model in json.Environment().GetProperty("models").EnumerateArray()
        from tried in model.GetProperty("tried").EnumerateArray()
        select $"{model.Text("id")} {tried.Text("feature")} {tried.Text("verdict")}";
}
