using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

/// <summary>What a run tells people, and what it writes into the lock: no more than was seen, and nothing twice.</summary>
public sealed class VerifyReportTests
{
    [Fact]
    public async Task What_could_not_be_checked_of_one_model_is_not_said_of_another()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.For("gpt-5.4").Always(Faults.BadGateway());
        scene.Simulator.Scripts.For("gpt-5.6-sol").Always(Faults.BadGateway());

        var run = await scene.DriveAsync(scene.VerifyAsync("--probe"));

        Assert.Equal(2, run.Code);
        Assert.DoesNotContain("gpt-5.4, gpt-5.6-sol", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_lock_knows_is_not_said_of_the_account_that_was_asked()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { WithoutStreaming = ["gpt-5.4"] };

        var seen = await scene.DriveAsync(scene.VerifyAsync("--probe"));
        var remembered = await scene.VerifyAsync();

        Assert.Contains("refused streaming with 'gpt-5.4', but", seen.Out, StringComparison.Ordinal);
        Assert.Contains("refused streaming with 'gpt-5.4', says typedllm.lock.json, but", remembered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrency_that_cannot_be_held_against_limits_is_not_checked()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { RateLimits = null };

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--concurrency", "50");
        var (_, unprobed) = await scene.VerifyJsonAsync("--concurrency", "50");

        Assert.Equal(2, code);
        Assert.All(json.Environment().NotChecked(), missing => Assert.EndsWith("concurrency: no answer named the limits of the account in its headers", missing, StringComparison.Ordinal));
        Assert.StartsWith("--concurrency was not held against the limits", unprobed.Environment().GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_on_both_endpoints_stands_in_the_lock_for_both()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { WithoutBatch = ["gpt-5.4-mini"] };

        var probed = await scene.DriveAsync(scene.RunAsync(["verify", "--probe", "--need", "batch", "gpt-5.4-mini"]));
        var chat = await scene.RunAsync(["verify", "--offline", "--need", "batch:chat", "gpt-5.4-mini"]);

        Assert.Contains("/v1/chat/completions is refused too", probed.Out, StringComparison.Ordinal);
        Assert.Equal((1, 1), (probed.Code, chat.Code));
    }

    [Fact]
    public async Task What_could_not_be_removed_stands_in_the_report()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { ForbiddenCalls = ["DELETE /v1/files/{id}"] };

        var (code, json) = await scene.VerifyJsonAsync("--probe", "--need", "pdf", "gpt-5.4");

        Assert.Equal(0, code);
        Assert.Contains(json.Environment().GetProperty("notes").EnumerateArray(), static note => note.GetString() is { } words
            && words.StartsWith("could not remove file file-", StringComparison.Ordinal) && words.EndsWith("; remove it by hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overloads_with_the_same_fault_are_two_findings()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface ISupportDesk
            {
                [Prompt("Answer: {question}")]
                IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);

                [Prompt("Answer: {question} {number}")]
                IAsyncEnumerable<string> AnswerAsync(string question, int number, CancellationToken ct = default);
            }
            """);
        scene.Options.Account = new SimulatedAccount { WithoutStreaming = ["gpt-5.4"] };

        var (_, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal(2, json.Environment().GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task A_finding_does_not_hide_that_nothing_was_learned()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "5.3")]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """);
        scene.Variables.Remove("OPENAI_API_KEY");

        var run = await scene.VerifyAsync();

        Assert.Equal((2, ""), (run.Code, run.Error));
        Assert.Contains("TLLM005", run.Out, StringComparison.Ordinal);
        Assert.Contains("TypedLlm:Providers:openai:ApiKey is not set; say --key VARIABLE or set OPENAI_API_KEY.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_works_although_the_catalog_denies_it_is_no_finding_but_a_note()
    {
        await using var scene = await VerifyScene.StartAsync(catalog: """{ "models": [{ "id": "gpt-5.4", "capabilities": { "responses": { "streaming": false } } }] }""");

        var offline = await scene.VerifyAsync("--offline");
        var (code, json) = await scene.VerifyJsonAsync("--probe");

        Assert.Equal((1, 0), (offline.Code, code));
        Assert.Contains("TLLM010", offline.Out, StringComparison.Ordinal);
        Assert.StartsWith("streaming works with 'gpt-5.4', which the catalog denies", json.Environment().GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrency_above_the_limits_of_the_account_is_a_warning()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.InitialDelay = TimeSpan.FromMilliseconds(600);
        scene.Options.Account = new SimulatedAccount { RateLimits = new SimulatedRateLimits { RequestsPerMinute = 500 } };

        var run = await scene.DriveAsync(scene.VerifyAsync("--probe", "--concurrency", "50", "--format", "github"));

        Assert.Equal(1, run.Code);
        Assert.Contains("::warning title=TLLM602 gpt-5.4::default: 50 calls at a time", run.Out, StringComparison.Ordinal);
        Assert.Contains("of which the account allows 500", run.Out, StringComparison.Ordinal);
    }
}
