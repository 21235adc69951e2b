using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ModelsTests : SimulatorTest
{
    private const string Retired = "gpt-5.3-chat-latest";

    [Fact]
    public async Task The_list_has_ids_and_snapshots_that_can_be_called_and_no_retired_one()
    {
        var list = await Http.GetFromJsonAsync<JsonElement>("models");

        Assert.Equal("list", list.GetProperty("object").GetString());
        var ids = list.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()).ToList();
        Assert.Contains("gpt-5.4", ids);
        Assert.Contains("gpt-5.4-2026-03-05", ids);
        Assert.DoesNotContain(Retired, ids);
        Assert.DoesNotContain("gpt-4o-2024-05-13", ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_model_reports_its_shutdown_date()
    {
        var model = await Http.GetFromJsonAsync<JsonElement>("models/gpt-4.1-mini");

        Assert.Equal("gpt-4.1-mini", model.GetProperty("id").GetString());
        Assert.Equal("model", model.GetProperty("object").GetString());
        Assert.Equal("2027-01-14", model.GetProperty("shutdown_date").GetString());
        Assert.Equal(new DateTimeOffset(2025, 4, 14, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), model.GetProperty("created").GetInt64());
    }

    [Theory]
    [InlineData(Retired)]
    [InlineData("no-such-model")]
    public async Task A_model_that_is_not_served_is_not_found(string id)
    {
        using var response = await Http.GetAsync(new Uri($"models/{id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal($"The model '{id}' does not exist", error.GetProperty("message").GetString());
        Assert.Equal("model_not_found", error.GetProperty("code").GetString());
        Assert.Equal("model", error.GetProperty("param").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_additional_model_is_listed_and_answers()
    {
        Options.AdditionalModels.Add("ft:gpt-4.1-mini:shop");

        var list = await Http.GetStringAsync(new Uri("models", UriKind.Relative));
        var response = await AskAsync(new { model = "ft:gpt-4.1-mini:shop", input = "x", temperature = 0.1 });

        Assert.Contains("ft:gpt-4.1-mini:shop", list, StringComparison.Ordinal);
        Assert.Equal("ft:gpt-4.1-mini:shop", response.GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_model_is_gone_on_the_day_of_its_shutdown()
    {
        Clock.Advance(new DateTimeOffset(2027, 1, 14, 0, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());

        using var response = await PostAsync(Request("gpt-4.1-mini"));

        Assert.Equal("model_not_found", (await ErrorAsync(response)).GetProperty("code").GetString());
    }
}
