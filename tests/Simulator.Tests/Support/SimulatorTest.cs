using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

/// <summary>A simulator on a clock that the test drives, and a plain HTTP client for it.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    /// <summary>Does not reason by default, so that the first delta is event 4.</summary>
    protected const string Plain = "gpt-4.1-mini";

    protected const string Reasoning = "gpt-5.4";

    private SimulatorServer? _simulator;

    protected ManualClock Clock { get; } = new();

    /// <summary>Its limit is far above what a busy machine needs; a test that waits longer has failed.</summary>
    protected HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    protected SimulatorServer Simulator => _simulator!;

    protected SimulatorOptions Options { get; } = new();

    public async Task InitializeAsync()
    {
        Options.Clock = Clock;
        _simulator = await SimulatorServer.StartAsync(Options);
        Http.BaseAddress = new Uri($"{Simulator.BaseUrl}/");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-test");
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    protected Task<HttpResponseMessage> PostAsync(object body, CancellationToken cancellationToken = default) =>
        Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "responses") { Content = JsonContent.Create(body) },
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken);

    /// <summary>Asks for a whole answer and returns its JSON.</summary>
    protected async Task<JsonElement> AskAsync(object body)
    {
        using var response = await PostAsync(body);
        Assert.True(response.IsSuccessStatusCode, $"Status {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks for a stream and returns all its events.</summary>
    protected async Task<IReadOnlyList<ReceivedEvent>> StreamAsync(object body)
    {
        using var response = await PostAsync(body);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await ReceivedEvent.ReadAllAsync(await response.Content.ReadAsStreamAsync());
    }

    protected async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"Status {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Posts to any path and returns the answer, whatever its status.</summary>
    protected Task<HttpResponseMessage> PostToAsync(string path, object? body = null) =>
        Http.PostAsync(new Uri(path, UriKind.Relative), body is null ? null : JsonContent.Create(body));

    protected async Task<HttpResponseMessage> UploadAsync(string filename, byte[] content, string purpose, params (string Name, string Value)[] fields)
    {
        using var form = Form(filename, content);
        form.Add(new StringContent(purpose), "purpose");
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await Http.PostAsync(new Uri("files", UriKind.Relative), form);
    }

    /// <summary>Uploads a file and returns its JSON.</summary>
    protected async Task<JsonElement> UploadedAsync(string filename, byte[] content, string purpose, params (string Name, string Value)[] fields)
    {
        using var response = await UploadAsync(filename, content, purpose, fields);
        Assert.True(response.IsSuccessStatusCode, $"Status {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected static MultipartFormDataContent Form(string filename, byte[] content) => new() { { new ByteArrayContent(content), "file", filename } };

    protected static object Request(string model, bool stream = false) => new { model, input = "How are you today?", stream };

    protected static async Task<JsonElement> ErrorAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

    protected static string TextOf(JsonElement response) => response.GetProperty("output").EnumerateArray()
        .Single(item => item.GetProperty("type").GetString() == "message")
        .GetProperty("content")[0].GetProperty("text").GetString()!;
}
