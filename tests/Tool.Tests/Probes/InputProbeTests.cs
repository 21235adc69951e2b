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
    [InlineData("Call", "Chat")]
    [InlineData("Streaming", "Chat")]
    [InlineData("Structured", "Chat")]
    public async Task What_a_model_takes_works(string kind, string endpoint)
    {
        var result = await RunAsync(Probe(Enum.Parse<ProbeKind>(kind), endpoint: Enum.Parse<EndpointKind>(endpoint)));

        AssertWorks(result);
        Assert.NotNull(result.Cost);
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
