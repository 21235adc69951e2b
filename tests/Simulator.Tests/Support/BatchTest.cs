using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

/// <summary>Uploads lines, makes batches of them and reads what they have written.</summary>
public abstract class BatchTest : SimulatorTest
{
    protected const string Responses = "/v1/responses";

    protected const string Chat = "/v1/chat/completions";

    protected const string Call = "POST /v1/batches";

    /// <summary>A line that asks <paramref name="model"/>, in the shape of the call.</summary>
    protected static string Line(string id, string model = Plain, string url = Responses) => url == Chat
        ? $$$"""{"custom_id":"{{{id}}}","method":"POST","url":"{{{url}}}","body":{"model":"{{{model}}}","messages":[{"role":"user","content":"{{{id}}}"}]}}"""
        : $$$"""{"custom_id":"{{{id}}}","method":"POST","url":"{{{url}}}","body":{"model":"{{{model}}}","input":"{{{id}}}"}}""";

    protected async Task<string> UploadLinesAsync(params string[] lines) =>
        Id(await UploadedAsync("in.jsonl", Encoding.UTF8.GetBytes(string.Join("\n", lines)), "batch"));

    protected Task<HttpResponseMessage> CreateAsync(string fileId, string endpoint = Responses) =>
        PostToAsync("batches", new { input_file_id = fileId, endpoint, completion_window = "24h" });

    /// <summary>Uploads the lines and creates a batch of them.</summary>
    protected async Task<JsonElement> CreatedAsync(string endpoint, params string[] lines)
    {
        using var response = await CreateAsync(await UploadLinesAsync(lines), endpoint);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected Task<JsonElement> PollAsync(JsonElement batch) => ReadAsync($"batches/{Id(batch)}");

    protected async Task<JsonElement> CancelledAsync(JsonElement batch)
    {
        using var response = await PostToAsync($"batches/{Id(batch)}/cancel");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The lines of the file that <paramref name="property"/> of the batch names.</summary>
    protected async Task<IReadOnlyList<JsonElement>> LinesAsync(JsonElement batch, string property)
    {
        var content = await Http.GetStringAsync(new Uri($"files/{batch.GetProperty(property).GetString()}/content", UriKind.Relative));
        return [.. content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    protected static void AssertCounts(JsonElement batch, int total, int completed, int failed) => Assert.Equal(
        $$"""{"total":{{total}},"completed":{{completed}},"failed":{{failed}}}""", batch.GetProperty("request_counts").GetRawText());

    protected static string Id(JsonElement entity) => entity.GetProperty("id").GetString()!;

    protected static string? Status(JsonElement batch) => batch.GetProperty("status").GetString();

    protected static bool IsNull(JsonElement entity, string property) => entity.GetProperty(property).ValueKind is JsonValueKind.Null;
}
