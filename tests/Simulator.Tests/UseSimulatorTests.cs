using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TypedLlm.Simulator.Tests;

public sealed class UseSimulatorTests
{
    [Fact]
    public async Task The_settings_of_the_application_point_at_the_simulator_whatever_was_configured()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TypedLlm:Providers:openai:ApiKey"] = "sk-real",
            ["TypedLlm:Providers:openai:BaseUrl"] = "https://api.openai.com/v1",
        });
        builder.Services.AddTypedLlm(builder.Configuration).UseSimulator(options => options.AdditionalModels.Add("mine"));
        using var host = builder.Build();
        await host.StartAsync();

        var simulator = host.Services.GetRequiredService<SimulatorServer>();
        var provider = host.Services.GetRequiredService<IOptions<TypedLlmOptions>>().Value.Providers["openai"];

        Assert.Equal(simulator.BaseUrl.AbsoluteUri, provider.BaseUrl);
        Assert.DoesNotContain("real", provider.ApiKey, StringComparison.Ordinal);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{provider.BaseUrl}/models/mine");
        request.Headers.Authorization = new("Bearer", provider.ApiKey);
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode);
        await host.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_ends_with_the_container(bool awaited)
    {
        var services = new ServiceCollection();
        services.AddTypedLlm(static _ => { }).UseSimulator();
        var container = services.BuildServiceProvider();
        var baseUrl = container.GetRequiredService<SimulatorServer>().BaseUrl;
        if (awaited)
        {
            await container.DisposeAsync();
        }
        else
        {
            container.Dispose();
        }

        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"{baseUrl}/models")));
    }
}
