using Guides;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Samples;

/// <summary>The guide's endpoints with a named chain, at work.</summary>
public sealed class NamedChainTests
{
    private const string Answer = "An answer.";

    [Fact]
    public async Task The_models_of_the_chain_are_asked_in_their_order()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        simulator.Scripts.For("gpt-5.4").Always(Faults.ResetBeforeHeaders());
        simulator.Scripts.For("gpt-5.6-sol").Always(Answers.Text(Answer));
        await using var runtime = RuntimeOf(simulator);

        Assert.Equal(Answer, await new ComplaintsEndpoint(runtime).AnswerAsync("It broke."));
        Assert.Equal("gpt-5.4", simulator.Log.Requests[0].Model);
        Assert.Equal("gpt-5.6-sol", simulator.Log.Requests[^1].Model);

        var streamed = "";
        await foreach (var text in new ReturnsEndpoint(runtime).ExplainAsync("a lamp"))
        {
            streamed += text;
        }

        Assert.Equal(Answer, streamed);
        Assert.Equal("gpt-5.6-sol", simulator.Log.Requests[^1].Model);
    }

    [Fact]
    public async Task A_method_with_models_of_its_own_asks_those()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        simulator.Scripts.ForAnyModel.Always(Answers.Text(Answer));
        await using var runtime = RuntimeOf(simulator);

        Assert.Equal(Answer, await new ComplaintsEndpoint(runtime).SumUpAsync("It broke."));

        Assert.Equal("gpt-6-luna", Assert.Single(simulator.Log.Requests).Model);
    }

    private static LlmRuntime RuntimeOf(SimulatorServer simulator)
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.ToString(), ApiKey = "sk-test" };
        return LlmRuntime.Create(options);
    }
}
