using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class VerifyOfflineTests
{
    private const string Retired = """
        namespace Shop;

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "5.3", Temperature = 0.2, Effort = Effort.High)]
        public interface ISupportDesk
        {
            [Prompt("Answer this customer: {question}")]
            IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);
        }
        """;

    private const string NoBatch = """
        { "version": 1, "environments": { "production": { "checked": "2026-11-20", "models": {
            "gpt-5.4": { "access": true, "refused": [{ "endpoint": "responses", "feature": "streaming", "use": "/v1/responses without stream" }] },
            "gpt-5.6-sol": { "access": false } } } } }
        """;

    [Fact]
    public async Task Offline_no_request_is_made_no_key_is_needed_and_no_lock_is_written()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Variables.Remove("OPENAI_API_KEY");

        var run = await scene.VerifyAsync("--offline");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("0 errors, 0 warnings, 0 not checked.", run.Out, StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
        Assert.False(scene.HasLock);
    }

    [Fact]
    public async Task The_rules_of_chains_are_those_of_the_compiler()
    {
        await using var scene = await VerifyScene.StartAsync(Retired);

        var (code, json) = await scene.VerifyJsonAsync("--offline");

        Assert.Equal(1, code);
        Assert.Equal(["TLLM012 gpt-5.4", "TLLM005 5.3"], json.Environment().Findings());
        Assert.Contains("but 'AnswerAsync' sends Temperature = 0.2 with effort high", json.Environment().Message("TLLM012"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_of_the_environment_narrows()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("typedllm.lock.json", NoBatch);

        var (code, json) = await scene.VerifyJsonAsync("--offline", "--env", "Production");

        Assert.Equal(1, code);
        Assert.Equal(["TLLM016 gpt-5.4", "TLLM015 gpt-5.6-sol"], json.Environment("Production").Findings());
        Assert.Contains("The account of 'production' was refused streaming with 'gpt-5.4'", json.Environment().Message("TLLM016"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_that_nothing_knows_is_not_checked()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("typedllm.lock.json", NoBatch);

        var run = await scene.VerifyAsync("--offline", "--env", "Staging");

        Assert.Equal(2, run.Code);
        Assert.Contains("neither appsettings.Staging.json nor the lock file knows 'Staging'; known are production.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Note: typedllm.lock.json has no environment 'Staging'", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_gets_the_one_that_was_meant()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("typedllm.lock.json", NoBatch);

        var offline = await scene.VerifyAsync("--offline", "--env", "Prodution");
        var (_, live) = await scene.VerifyJsonAsync("--env", "Prodution");

        Assert.Equal(2, offline.Code);
        Assert.Contains("did you mean 'production'?", offline.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("?.", offline.Out, StringComparison.Ordinal);
        Assert.Contains("environment 'Prodution' is new here; did you mean 'production'?", live.Environment().GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public async Task An_environment_with_settings_of_its_own_is_known()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("appsettings.Staging.json", "{}");

        Assert.Equal(0, (await scene.VerifyAsync("--offline", "--settings", ".", "--env", "Staging")).Code);
    }

    [Fact]
    public async Task Settings_of_another_case_are_those_of_another_environment_where_files_have_case()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("appsettings.Staging.json", "{}");

        var run = await scene.VerifyAsync("--offline", "--settings", ".", "--env", "staging");

        Assert.Equal(OperatingSystem.IsLinux() ? 2 : 0, run.Code);
    }

    [Fact]
    public async Task What_runs_in_a_batch_on_another_endpoint_is_said()
    {
        await using var scene = await VerifyScene.StartAsync(catalog: """{ "models": [{ "id": "own", "capabilities": { "responses": { "batch": true }, "chat": { "batch": false } } }] }""");

        var run = await scene.VerifyAsync("--offline", "own", "--need", "batch:chat");

        Assert.Equal(1, run.Code);
        Assert.Contains("does not run in a batch on the Chat Completions API, only on the Responses API, but --need batch:chat asks for it", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chains_of_the_settings_win()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("appsettings.Production.json", """{ "TypedLlm": { "Endpoints": { "Shop.ISupportDesk": { "Chain": ["gpt-5.4", "gpt-5.4"] } }, "Deny": ["gpt-5.4"] } }""");

        var (_, json) = await scene.VerifyJsonAsync("--offline", "--settings", ".", "--env", "Production", "--env", "Test");

        Assert.Equal(["TLLM013 gpt-5.4", "TLLM003 gpt-5.4"], json.Environment("Production").Findings());
        Assert.Empty(json.Environment("Test").Findings());
    }

    [Fact]
    public async Task Named_models_are_held_to_the_needs_that_are_named()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("typedllm.lock.json", """
            { "version": 1, "environments": { "default": { "models": { "gpt-5.4": { "access": true,
              "refused": [{ "endpoint": "chat", "feature": "batch", "use": "/v1/responses" }] } } } } }
            """);

        var run = await scene.RunAsync(["verify", "--offline", "--need", "batch:chat", "gpt-5.4"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("TLLM016", run.Out, StringComparison.Ordinal);
        Assert.Contains("but --need batch:chat asks for it; what works with it is /v1/responses", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_nobody_knows_gets_the_one_that_was_meant()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.RunAsync(["verify", "--offline", "gpt-5.4-minni"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("did you mean 'gpt-5.4-mini'", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--horizon 36500 --fail-on error", 0)]
    [InlineData("--horizon 36500", 1)]
    [InlineData("--horizon 90", 0)]
    public async Task Warnings_fail_the_run_only_where_they_are_to(string arguments, int code)
    {
        await using var scene = await VerifyScene.StartAsync(catalog: """{ "models": [{ "id": "gpt-5.6-sol", "shutdownDate": "2091-01-01" }, { "id": "gpt-5.4", "shutdownDate": "2090-01-01" }] }""");

        var run = await scene.VerifyAsync(["--offline", .. arguments.Split(' ')]);

        Assert.Equal(code, run.Code);
    }

    [Fact]
    public async Task The_result_is_written_to_a_file_where_one_is_named()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.VerifyAsync("--offline", "--format", "json", "--output", "result.json");

        Assert.Equal((0, ""), (run.Code, run.Out));
        var bytes = File.ReadAllBytes(scene.Folder.File("result.json"));
        Assert.Equal("{\n  \"version\": 1"u8, bytes.AsSpan(0, 16));
    }

    [Theory]
    [InlineData("--output")]
    [InlineData("--lock")]
    public async Task A_folder_that_is_missing_is_said_before_anything_is_asked_and_is_not_made(string option)
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.VerifyAsync(option, "otu/file.json");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"cannot be written: the folder {scene.Folder.File("otu")} does not exist; make it, or name another file.", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scene.Folder.File("otu")));
        Assert.Empty(scene.Simulator.Log.Requests);
    }

    [Fact]
    public async Task What_is_neither_path_nor_model_is_said_to_be_neither()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.RunAsync(["verify", "nothere", "--offline"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("There is no such path, and the catalog knows no model 'nothere'; ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_before_anything_is_asked()
    {
        await using var scene = await VerifyScene.StartAsync();
        Directory.CreateDirectory(scene.Folder.File("folder"));

        var run = await scene.VerifyAsync("--probe", "--output", "folder");

        Assert.Equal(2, run.Code);
        Assert.Contains("folder cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
    }

    [Fact]
    public async Task An_environment_without_a_name_is_refused()
    {
        using var folder = new TemporaryFolder();

        var run = await ToolRun.Of(folder.FullPath, ["verify", "--offline", "gpt-5.4", "--env", ""]);

        Assert.Equal(2, run.Code);
        Assert.Contains("An argument is empty; a variable in its place may not be set.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_need_that_the_lock_refuses_is_a_finding_of_its_own()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("own.lock.json", """
            { "version": 1, "environments": { "default": { "models": { "gpt-5.4": { "access": true,
              "refused": [{ "endpoint": "responses", "feature": "background" }, { "endpoint": "responses", "feature": "pdf" }] } } } } }
            """);

        var run = await scene.RunAsync(["verify", "--offline", "--lock", "own.lock.json", "--need", "background", "--need", "pdf", "gpt-5.4"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("refused background runs with 'gpt-5.4', says own.lock.json, but --need background asks for it", run.Out, StringComparison.Ordinal);
        Assert.Contains("refused PDF files with 'gpt-5.4', says own.lock.json, but --need pdf asks for it", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "Name built assemblies or folders")]
    [InlineData("verify missing.dll", "missing.dll does not exist")]
    [InlineData("verify gpt-5.4 --need batsh", "'batsh' is no feature; did you mean 'batch'?")]
    [InlineData("verify gpt-5.4 --need batch:caht", "'caht' is no endpoint; did you mean 'chat'?")]
    [InlineData("verify gpt-5.4 --need background:chat", "write --need background")]
    [InlineData("verify gpt-5.4 --offline --probe", "--offline makes no request")]
    [InlineData("verify gpt-5.4 --need batch", "--need is tried with --probe; add it, or use --offline to hold it against the lock")]
    [InlineData("verify gpt-5.4 --max-cost 1", "--max-cost bounds what --probe tries")]
    [InlineData("verify gpt-5.4 --offline --wait 1m", "--wait is how long --probe and --resume follow")]
    [InlineData("verify gpt-5.4 --wait 0", "--wait is how long --probe and --resume follow")]
    [InlineData("verify gpt-5.4 --offline --lock other.json", "other.json does not exist")]
    [InlineData("verify gpt-5.4 --settings nowhere", "nowhere is no folder")]
    [InlineData("verify gpt-5.4 --base-url api.example", "--base-url has a value that is no absolute http or https address")]
    [InlineData("verify gpt-5.4 --wait 10", "--wait 10 is no duration")]
    [InlineData("verify gpt-5.4 --max-cost much", "--max-cost much is no amount")]
    [InlineData("verify gpt-5.4 --concurrency 0", "--concurrency 0 must be between 1 and 1000")]
    [InlineData("verify gpt-5.4 --format xml", "xml")]
    [InlineData("verify gpt-5.4 --lock ", "An argument is empty")]
    [InlineData("verify gpt-5.4 --frobnicate", "frobnicate")]
    public async Task What_is_not_understood_is_said_and_checks_nothing(string command, string reason)
    {
        using var folder = new TemporaryFolder();

        var run = await ToolRun.Of(folder.FullPath, command.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
