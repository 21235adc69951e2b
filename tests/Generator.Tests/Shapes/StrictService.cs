using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TypedLlm.Simulator;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>Asks the simulated service whether it takes a schema as strict: as a request would, over HTTP, with the service's own words.</summary>
public sealed class StrictService : IAsyncLifetime
{
    private static readonly HttpClient Client = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "key") } };

    private SimulatorServer? _simulator;

    public async Task InitializeAsync() => _simulator = await SimulatorServer.StartAsync();

    /// <summary>Why the service refuses a schema; null if it takes it.</summary>
    public async Task<string?> RefusalOfAsync(string schema)
    {
        // The schema goes as it is: a property that stands twice must not be lost on the way.
        using var body = new StringContent(
            $$$$"""{"model":"gpt-5.4","input":"x","text":{"format":{"type":"json_schema","name":"answer","schema":{{{{schema}}}},"strict":true}}}""", Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync(new Uri($"{_simulator!.BaseUrl}/responses"), body);
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var error = await response.Content.ReadFromJsonAsync<JsonElement>();
        return error.GetProperty("error").GetProperty("message").GetString();
    }

    public async Task DisposeAsync() => await _simulator!.DisposeAsync();
}
