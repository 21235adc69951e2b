using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

/// <summary>Batches that earlier runs left are taken up, for the environments that they were begun for, and judged.</summary>
public sealed class VerifyResumeTests
{
    [Fact]
    public async Task A_batch_that_still_runs_is_not_checked_and_taken_up_later()
    {
        await using var scene = await VerifyScene.StartAsync();

        var left = await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "1s", "--need", "batch:chat", "gpt-5.4-mini"]));
        var first = scene.Lock;
        var isNoted = File.Exists(scene.Folder.File("typedllm.pending.json"));
        var done = await scene.DriveAsync(scene.RunAsync(["verify", "--resume", "--wait", "24h", "--need", "batch:chat", "gpt-5.4-mini"]));

        Assert.Equal((1, 1), (left.Code, done.Code));
        Assert.True(isNoted);
        Assert.False(File.Exists(scene.Folder.File("typedllm.pending.json")));
        Assert.Contains("a batch on /v1/responses still runs, typedllm verify --resume follows it", left.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"use\"", first, StringComparison.Ordinal);
        Assert.Contains("\"use\": \"/v1/responses\"", scene.Lock, StringComparison.Ordinal);
        Assert.Contains("batch on chat: refused", done.Out, StringComparison.Ordinal);
        Assert.Contains("refused batches with 'gpt-5.4-mini', but --need batch:chat asks for it; what works with it is /v1/responses", done.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_pending_is_taken_up_where_nothing_is_named()
    {
        await using var scene = await VerifyScene.StartAsync();
        await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "0", "--need", "batch:chat", "gpt-5.4-mini"]));

        scene.Variables["OPENAI_API_KEY"] = "sk-of-somebody-else";
        scene.Options.ApiKey = null;
        var foreign = await scene.DriveAsync(scene.RunAsync(["verify", "--resume"]));
        scene.Variables["OPENAI_API_KEY"] = VerifyScene.Key;
        var done = await scene.DriveAsync(scene.RunAsync(["verify", "--resume", "--wait", "24h"]));
        var nothing = await scene.RunAsync(["verify", "--resume"]);

        Assert.Equal((2, 1, 0), (foreign.Code, done.Code, nothing.Code));
        Assert.Contains("which this run does not ask; name them with --base-url and --key", foreign.Out, StringComparison.Ordinal);
        Assert.Contains("TLLM016", done.Out, StringComparison.Ordinal);
        Assert.StartsWith("typedllm: nothing is pending", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_for_an_environment_is_learned_by_that_one_alone()
    {
        await using var scene = await VerifyScene.StartAsync();

        var left = await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "0", "--env", "Production", "--need", "batch:chat", "gpt-5.4-mini"]));
        var before = scene.Lock;
        var foreign = await scene.DriveAsync(scene.RunAsync(["verify", "--resume", "--wait", "24h"]));
        var after = scene.Lock;
        var done = await scene.DriveAsync(scene.RunAsync(["verify", "--resume", "--env", "Production", "--wait", "24h"]));

        Assert.Equal((1, 2, 1), (left.Code, foreign.Code, done.Code));
        Assert.Contains("typedllm verify --resume --env Production follows it", left.Out, StringComparison.Ordinal);
        Assert.Contains("it was begun for 'Production'; name it with --env.", foreign.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"use\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("\"use\"", after, StringComparison.Ordinal);
        Assert.Contains("\"use\": \"/v1/responses\"", scene.Lock, StringComparison.Ordinal);
        Assert.False(File.Exists(scene.Folder.File("typedllm.pending.json")));
    }

    [Fact]
    public async Task Where_nothing_is_pending_the_report_is_empty_and_still_written()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.RunAsync(["verify", "--resume", "--format", "sarif", "--output", "found.sarif"]);

        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.Contains("\"results\": []", File.ReadAllText(scene.Folder.File("found.sarif")), StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
    }

    [Fact]
    public async Task What_is_pending_of_other_models_is_said()
    {
        await using var scene = await VerifyScene.StartAsync();
        await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "0", "--need", "batch:chat", "gpt-5.4-mini"]));

        var run = await scene.DriveAsync(scene.RunAsync(["verify", "--resume", "gpt-5.4"]));

        Assert.Equal(2, run.Code);
        Assert.Contains("those that are pending are of gpt-5.4-mini; name these models, or none for all.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify --resume --probe", "Name built assemblies or folders")]
    [InlineData("verify --resume --need pdf", "--need is tried with --probe")]
    [InlineData("verify --resume --need pdf gpt-5.4-mini", "--need is tried with --probe")]
    [InlineData("verify --base-url opnai=http://127.0.0.1:1/v1 gpt-5.4", "is for an environment that is not checked")]
    [InlineData("verify --env Production --base-url Production/opnai=http://127.0.0.1:1/v1 gpt-5.4", "--base-url is for provider 'opnai' that neither the settings nor a model of the catalog name; did you mean 'openai'?")]
    [InlineData("verify --env Production --key Production/opnai=OPENAI_API_KEY gpt-5.4", "--key is for a provider that neither the settings nor a model of the catalog name; did you mean 'openai'?")]
    [InlineData("verify --offline --concurrency 5 gpt-5.4", "--concurrency is held against the limits of the account")]
    public async Task What_would_check_nothing_is_refused(string command, string reason)
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.RunAsync(command.Split(' '));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_a_chain_is_judged_for_what_was_pending_and_not_twice_for_the_rest()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.6-sol", Fallback = "gpt-5.4-mini")]
            public interface ISupportDesk
            {
                [Prompt("Answer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """);
        await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--wait", "0", "--need", "batch:chat", "gpt-5.4-mini"]));

        var run = await scene.DriveAsync(scene.VerifyAsync("--resume", "--wait", "24h", "--horizon", "36500", "--format", "json"));

        using var json = JsonDocument.Parse(run.Out);
        var rules = json.RootElement.Environment().GetProperty("findings").EnumerateArray().Where(finding => finding.Text("model") == "gpt-5.4-mini").Select(finding => finding.Text("rule")!).ToList();
        Assert.Contains("TLLM016", rules);
        Assert.Equal(rules.Distinct(), rules);
    }
}
