using System.Net;

namespace TypedLlm.Simulator.Tests;

/// <summary>Where a simulator listens, and where it does not.</summary>
public sealed class ListenTests
{
    [Theory]
    [InlineData("http://localhosst:0", "'localhosst' is neither localhost nor an IP address")]
    [InlineData("http://127.0.0.1:0;http://example.invalid:0", "http://example.invalid:0 is no address of this machine")]
    [InlineData("https://127.0.0.1:0", "https://127.0.0.1:0 is no address")]
    [InlineData("nowhere", "nowhere is no address; write one such as http://127.0.0.1:5005.")]
    [InlineData("", "'' is no address")]
    public async Task What_is_no_address_of_this_machine_is_not_taken_for_every_one(string urls, string reason)
    {
        var wrong = await Assert.ThrowsAsync<FormatException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls }));

        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_cannot_be_listened_on()
    {
        var wrong = await Assert.ThrowsAsync<IOException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://192.0.2.1:0" }));

        Assert.StartsWith("http://192.0.2.1:0 cannot be listened on: ", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://0.0.0.0:0")]
    public async Task Who_listens_on_every_address_is_called_at_localhost(string urls)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");

        using var models = await http.GetAsync(new Uri($"{simulator.BaseUrl}/models"));

        Assert.Equal(("localhost", HttpStatusCode.OK), (simulator.BaseUrl.Host, models.StatusCode));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", true)]
    [InlineData("http://127.0.0.1:0", false)]
    public async Task The_greeting_says_what_a_client_calls_and_whether_others_can(string urls, bool isOpen)
    {
        await using var output = new StringWriter();

        await SimulatorServer.RunAsync(new SimulatorOptions { Urls = urls }, output, new CancellationToken(canceled: true));

        Assert.Matches($"export OPENAI_BASE_URL=http://{(isOpen ? "localhost" : "127.0.0.1")}:[0-9]+/v1 ", output.ToString());
        Assert.Equal(isOpen, output.ToString().Contains("other machines reach it", StringComparison.Ordinal));
    }
}
