using Microsoft.Extensions.DependencyInjection;
using TypedLlm.CompilerServices;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.BadInput;

/// <summary>Chains that cannot work are refused before anything is sent. The methods are as generated code describes them.</summary>
public sealed class BadChainTests
{
    [Fact]
    public async Task A_model_that_no_catalog_knows_is_named_with_what_is_near()
    {
        await using var scene = await FaultScene.StartAsync();

        var failure = await AskAsync(scene, "gpt-5.44");

        Assert.Equal(LlmFailureKind.UnknownModel, failure.Kind);
        Assert.Contains("'gpt-5.44'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gpt-5.4", failure.Message.Replace("gpt-5.44", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(scene.Log.Requests);
    }

    [Fact]
    public async Task A_model_of_a_provider_without_settings_says_which_to_set()
    {
        await using var scene = await FaultScene.StartAsync();

        var failure = await AskAsync(scene, "house-model");

        Assert.Equal(LlmFailureKind.Configuration, failure.Kind);
        Assert.Contains("TypedLlm:Providers:house:BaseUrl", failure.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Requests);
    }

    [Fact]
    public async Task A_chain_of_which_shutdowns_leave_nothing_is_no_request()
    {
        await using var scene = await FaultScene.StartAsync();

        var failure = await AskAsync(scene, "gpt-4", "o1");

        AssertNothingLeft(scene, failure, "gpt-4", "o1");
        Assert.Contains("shut down", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_which_the_allow_list_leaves_nothing_is_no_request()
    {
        await using var scene = await FaultScene.StartAsync(static options => options.Allow.Add("gpt-6-luna"));

        var failure = await AskAsync(scene, "5.4", "5.3");

        AssertNothingLeft(scene, failure, Model.Primary, Model.Fallback);
        Assert.Contains("TypedLlm:Allow", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allow_list_and_shutdowns_together_leave_nothing()
    {
        await using var scene = await FaultScene.StartAsync(static options => options.Deny.Add("5.4"));

        var failure = await AskAsync(scene, "5.4", "gpt-4");

        AssertNothingLeft(scene, failure, Model.Primary, "gpt-4");
    }

    [Fact]
    public async Task An_endpoint_whose_chain_is_not_allowed_is_refused_when_it_is_made()
    {
        await using var scene = await FaultScene.StartAsync(static options => options.Allow.Add("gpt-6-luna"));

        var failure = Assert.Throws<LlmException>(scene.Get<IScorecardDesk>);

        Assert.Equal(LlmFailureKind.NoEligibleModel, failure.Kind);
    }

    [Theory]
    [InlineData("5.4", "gpt-5.44", LlmFailureKind.UnknownModel, "Chain:1: The catalog knows no model 'gpt-5.44'")]
    [InlineData("5.4", "gpt-5.3-codex-spark", LlmFailureKind.Configuration, "Chain:1: 'gpt-5.3-codex-spark' produces at most 32000 tokens")]
    [InlineData("gpt-4", "o1", LlmFailureKind.NoEligibleModel, "Chain:0: Primary 'gpt-4' was shut down")]
    public async Task A_chain_of_the_settings_that_cannot_serve_is_no_request(string primary, string fallback, LlmFailureKind kind, string words)
    {
        await using var scene = await FaultScene.StartAsync(options => options.Endpoints["Shop.IDesk"] = new EndpointOptions { Chain = { primary, fallback } });
        var method = new EndpointMethod
        {
            Endpoint = "Shop.IDesk",
            Name = "AskAsync",
            Assembly = typeof(BadChainTests).Assembly,
            Chain = ["5.4"],
            MaxOutputTokens = 64_000,
        };

        var failure = await Assert.ThrowsAsync<LlmException>(() => scene.Runtime.Invoker.CallAsync(method, default(Question), null, CancellationToken.None));

        Assert.Equal(kind, failure.Kind);
        Assert.Contains("Shop.IDesk.AskAsync: TypedLlm:Endpoints:Shop.IDesk:" + words, failure.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Requests);
    }

    [Fact]
    public async Task A_shut_down_model_of_a_chain_is_passed_over_without_a_request()
    {
        await using var scene = await FaultScene.StartAsync();

        var result = await scene.Runtime.Invoker.CallForResultAsync(MethodOf("gpt-4", "5.4"), default(Question), null, CancellationToken.None);

        Assert.Equal(Model.PrimaryAnswer, result.Value);
        Assert.Equal([Model.Primary], scene.Log.Models());
        Assert.Equal([AttemptOutcome.Skipped, AttemptOutcome.Succeeded], result.Attempts.Select(static attempt => attempt.Outcome));
    }

    private static void AssertNothingLeft(FaultScene scene, LlmException failure, params string[] models)
    {
        Assert.Equal(LlmFailureKind.NoEligibleModel, failure.Kind);
        Assert.Equal(models, failure.Attempts.Select(static attempt => attempt.Model));
        Assert.All(failure.Attempts, static attempt => Assert.Equal(AttemptOutcome.Skipped, attempt.Outcome));
        Assert.Empty(scene.Log.Requests);
    }

    private static Task<LlmException> AskAsync(FaultScene scene, params string[] chain) => Assert.ThrowsAsync<LlmException>(
        () => scene.Runtime.Invoker.CallAsync(MethodOf(chain), default(Question), null, CancellationToken.None));

    private static EndpointMethod MethodOf(params string[] chain) =>
        new() { Endpoint = "Shop.IDesk", Name = "AskAsync", Assembly = typeof(BadChainTests).Assembly, Chain = chain };

    private readonly struct Question : IPrompt
    {
        public void Write(PromptWriter writer)
        {
            writer.BeginUserMessage();
            writer.Literal("Where is it?"u8);
        }
    }
}
