using System.Net;

namespace TypedLlm.Simulator.Tests;

public sealed class ScriptTests : SimulatorTest
{
    [Fact]
    public async Task The_most_specific_script_counts()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("any always")).On(2, Answers.Text("any second"));
        Simulator.Scripts.For(Plain).Always(Answers.Text("plain always")).On(3, Answers.Text("plain third"));

        Assert.Equal("plain always", await SaidAsync(Plain));
        Assert.Equal("any second", await SaidAsync(Plain));
        Assert.Equal("plain third", await SaidAsync(Plain));
        Assert.Equal("any always", await SaidAsync(Reasoning));
    }

    [Fact]
    public async Task Clearing_forgets_and_counts_anew()
    {
        Simulator.Scripts.For(Plain).On(1, Answers.Text("first"));
        Assert.Equal("first", await SaidAsync(Plain));

        Simulator.Scripts.For(Plain).Clear();
        Simulator.Scripts.For(Plain).On(1, Answers.Text("first again"));

        Assert.Equal("first again", await SaidAsync(Plain));
    }

    [Fact]
    public async Task Two_simulators_with_one_seed_answer_alike_and_with_two_seeds_differently()
    {
        await using var same = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock });
        await using var other = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock, Seed = 2 });

        async Task<string> AllAsync(SimulatorServer simulator)
        {
            using var response = await Http.PostAsync(
                new Uri($"{simulator.BaseUrl}/responses"), System.Net.Http.Json.JsonContent.Create(Request(Plain, stream: true)));
            return await response.Content.ReadAsStringAsync();
        }

        Assert.Equal(await AllAsync(Simulator), await AllAsync(same));
        Assert.NotEqual(await AllAsync(Simulator), await AllAsync(other));
    }

    [Fact]
    public void A_request_number_starts_at_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulator.Scripts.For(Plain).On(0, ScriptedReply.Normal));

    [Fact]
    public async Task Stopping_does_not_wait_for_hanging_requests()
    {
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock });
        simulator.Scripts.ForAnyModel.Always(Faults.Silence());
        var asking = Http.PostAsync(new Uri($"{simulator.BaseUrl}/responses"), System.Net.Http.Json.JsonContent.Create(Request(Plain)));
        await simulator.Log.WaitForRequestAsync(1);

        await simulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
        Assert.Equal(RequestEnd.SimulatorStopped, simulator.Log.Requests[0].Outcome?.End);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var failure = await Assert.ThrowsAsync<IOException>(() =>
            SimulatorServer.StartAsync(new SimulatorOptions { Urls = Simulator.BaseUrl.GetLeftPart(UriPartial.Authority) }));

        Assert.Contains(Simulator.BaseUrl.Authority, failure.Message, StringComparison.Ordinal);
        Assert.Contains("is in use", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(string model)
    {
        using var response = await PostAsync(Request(model));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return TextOf(json.RootElement);
    }
}
