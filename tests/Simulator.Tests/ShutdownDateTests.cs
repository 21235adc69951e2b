using System.Net.Http.Headers;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ShutdownDateTests
{
    [Theory]
    [InlineData(ShutdownDateShape.Present, JsonValueKind.String)]
    [InlineData(ShutdownDateShape.Null, JsonValueKind.Null)]
    [InlineData(ShutdownDateShape.Absent, null)]
    public async Task The_shutdown_date_can_be_present_null_or_absent(ShutdownDateShape shape, JsonValueKind? expected)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { ShutdownDates = shape, Clock = new TestKit.ManualClock() });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");

        using var model = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{simulator.BaseUrl}/models/gpt-4.1-mini")));

        Assert.Equal(expected, model.RootElement.TryGetProperty("shutdown_date", out var date) ? date.ValueKind : null);
    }
}
