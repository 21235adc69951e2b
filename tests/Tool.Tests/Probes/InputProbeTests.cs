using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class InputProbeTests : ProbeTest
{
    [Theory]
    [InlineData("Image", "Responses")]
    [InlineData("Image", "Chat")]
    [InlineData("Tools", "Chat")]
    [InlineData("Tools", "Responses")]
    [InlineData("Call", "Chat")]
    [InlineData("Streaming", "Chat")]
    [InlineData("Structured", "Chat")]
    public async Task What_a_model_takes_works(string kind, string endpoint)
    {
        var result = await RunAsync(Probe(Enum.Parse<ProbeKind>(kind), endpoint: Enum.Parse<EndpointKind>(endpoint)));

        AssertWorks(result);
        Assert.NotNull(result.Cost);
    }

    [Theory]
    [InlineData("Responses")]
    [InlineData("Chat")]
    public async Task A_function_that_is_not_called_says_nothing(string endpoint)
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("ok"));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Tools, endpoint: Enum.Parse<EndpointKind>(endpoint))), "the server seems to take no notice of it");
    }

    [Theory]
    [InlineData("Responses")]
    [InlineData("Chat")]
    public async Task An_image_is_asked_for_in_coarse_detail(string endpoint)
    {
        await RunAsync(Probe(ProbeKind.Image, endpoint: Enum.Parse<EndpointKind>(endpoint)));

        Assert.Contains("\"detail\":\"low\"", Assert.Single(Simulator.Log.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_images_is_refused()
    {
        Options.Account = new() { WithoutImages = [Plain] };

        AssertRefused(await RunAsync(Probe(ProbeKind.Image)), "the model does not read images (400");
    }

    [Fact]
    public async Task Functions_on_chat_are_refused_while_a_model_reasons()
    {
        var result = await RunAsync(Probe(ProbeKind.Tools, Reasoning, EndpointKind.Chat));

        AssertRefused(result, "only with effort none; Responses takes them (400");
    }
}
