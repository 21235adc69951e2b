using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

/// <summary>What the running app would do counts, and odd answers and arguments end in a result.</summary>
public sealed class VerifyLikeTheAppTests
{
    [Fact]
    public async Task A_model_that_the_app_passes_over_is_not_tried()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", MaxFallbackPriceRatio = 0.01)]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """);

        var (_, json) = await scene.VerifyJsonAsync("--probe");

        Assert.NotEmpty(json.Environment().Tried());
        Assert.All(json.Environment().Tried(), static tried => Assert.StartsWith("gpt-5.4 ", tried, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_of_a_method_that_the_app_refuses_are_said()
    {
        await using var scene = await VerifyScene.StartAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", MaxAttempts = -1)]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """);

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.Contains("Shop.ISupportDesk.AnswerAsync: MaxAttempts", Assert.Single(json.Environment().NotChecked()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("gpt\\udc00")]
    public async Task Ids_that_are_no_text_are_no_models(string id)
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Simulator.Scripts.ForCall("GET /v1/models").Always(new ScriptedReply { Http = new HttpReply(200) { Body = $$"""{ "object": "list", "data": [{ "id": "{{id}}" }] }""" } });

        var run = await scene.VerifyAsync();

        Assert.NotEqual(1, run.Code);
        Assert.DoesNotContain("Unhandled", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_with_white_space_is_refused_before_anything_is_asked()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await scene.RunAsync(["verify", "gpt 5.4"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("'gpt 5.4' does not exist, and is no model", run.Error, StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
    }

    [Fact]
    public async Task Without_requests_a_missing_key_is_no_error()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Variables.Remove("OPENAI_API_KEY");

        Assert.Equal(0, (await scene.VerifyAsync("--offline", "--key", "FORK_KEY")).Code);
        Assert.Equal(0, (await scene.RunAsync(["render", "Shop.ISupportDesk.AnswerAsync"])).Code);
        Assert.Equal(0, (await scene.RunAsync(["approve"])).Code);
    }

    [Fact]
    public async Task Names_of_providers_have_no_case()
    {
        await using var scene = await VerifyScene.StartAsync(catalog: """{ "models": [{ "id": "gpt-5.6-sol", "provider": "OpenAI" }] }""");

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(0, code);
        Assert.Equal(["gpt-5.4 true", "gpt-5.6-sol true"], json.Environment().Access());
        Assert.Single(scene.Simulator.Log.Requests);
    }
}
