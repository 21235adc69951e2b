using System.IO.Pipelines;
using System.Net;
using TypedLlm.Simulator;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests;

public sealed class SimulateTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_with_the_scripts_of_a_file_until_it_is_stopped()
    {
        _folder.Write("faults.json", """
            {
              "account": { "missing_models": ["gpt-5.4"] },
              "scripts": [{ "model": "gpt-4.1-mini", "request": 1, "fault": "unavailable" }]
            }
            """);
        using var stop = new CancellationTokenSource();
        var output = new Pipe();
        var running = RunAsync(output, stop.Token, "simulate", "--urls", "http://127.0.0.1:0", "--scripts", "faults.json");
        using var http = await ConnectAsync(output);

        using var first = await AskAsync(http, "gpt-4.1-mini");
        using var second = await AskAsync(http, "gpt-4.1-mini");
        using var missing = await AskAsync(http, "gpt-5.4");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Good, await running.WaitAsync(Guard));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(http, "gpt-4.1-mini"));
    }

    [Fact]
    public async Task A_name_in_the_file_that_no_model_has_is_told()
    {
        _folder.Write("faults.json", """{ "account": { "missing_models": ["gpt-5.4-mni"] } }""");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var run = await ToolRun.Of(_folder.FullPath, ["simulate", "--urls", "http://127.0.0.1:0", "--scripts", "faults.json"], cancellationToken: stop.Token);

        Assert.Equal(
            "typedllm: account.missing_models names 'gpt-5.4-mni', which is no model here and so does nothing; did you mean 'gpt-5.4-mini'? One of your own belongs into additional_models, too.",
            run.Error.Split('\n')[0].TrimEnd());
    }

    [Fact]
    public async Task One_seed_gives_one_answer()
    {
        async Task<string> AnswerAsync(params string[] seed)
        {
            using var stop = new CancellationTokenSource();
            var output = new Pipe();
            var running = RunAsync(output, stop.Token, ["simulate", "--urls=http://127.0.0.1:0", .. seed]);
            using var http = await ConnectAsync(output);
            using var response = await AskAsync(http, "gpt-4.1-mini");
            using var body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            await stop.CancelAsync();
            Assert.Equal(ExitCode.Good, await running.WaitAsync(Guard));
            return body.RootElement.GetProperty("id").GetString()!;
        }

        Assert.Equal(await AnswerAsync(), await AnswerAsync("--seed", "1"));
        Assert.NotEqual(await AnswerAsync("--seed", "1"), await AnswerAsync("--seed", "2"));
    }

    [Theory]
    [InlineData("[\n  {\"fault\": \"no_such\"}\n]", "faults.json(2,3): There is no fault 'no_such'")]
    [InlineData("{", "faults.json(1,2): ")]
    public async Task A_wrong_file_is_said_before_anything_is_served(string content, string reason)
    {
        _folder.Write("faults.json", content);

        var run = await ToolRun.Of(_folder.FullPath, ["simulate", "--scripts", "faults.json"]);

        Assert.Equal(ExitCode.NotChecked, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scripts", "missing.json", "missing.json")]
    [InlineData("--urls", "nowhere", "nowhere")]
    [InlineData("--seed", "many", "many")]
    public async Task What_cannot_be_used_is_said(string option, string value, string reason)
    {
        var run = await ToolRun.Of(_folder.FullPath, ["simulate", option, value]);

        Assert.Equal(ExitCode.NotChecked, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        await using var simulator = await SimulatorServer.StartAsync();

        var run = await ToolRun.Of(_folder.FullPath, ["simulate", "--urls", simulator.BaseUrl.GetLeftPart(UriPartial.Authority)]);

        Assert.Equal(ExitCode.NotChecked, run.Code);
        Assert.Contains("is in use", run.Error, StringComparison.Ordinal);
    }

    private async Task<int> RunAsync(Pipe output, CancellationToken stop, params string[] arguments)
    {
        await using var writer = new StreamWriter(output.Writer.AsStream()) { AutoFlush = true };
        var host = new ToolHost { Out = writer, Error = TextWriter.Null, Directory = _folder.FullPath, Variables = new Dictionary<string, string>() };
        return await ToolApp.RunAsync(arguments, host, stop);
    }

    /// <summary>Waits until the command says where it listens.</summary>
    private static async Task<HttpClient> ConnectAsync(Pipe output)
    {
        using var reader = new StreamReader(output.Reader.AsStream(leaveOpen: true));
        var line = await reader.ReadLineAsync().WaitAsync(Guard);
        var http = new HttpClient { BaseAddress = new Uri($"{line!.Split(' ')[^1]}/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        return http;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient http, string model) => http.PostAsync(
        new Uri("responses", UriKind.Relative), new StringContent($$"""{"model":"{{model}}","input":"x"}""", System.Text.Encoding.UTF8, "application/json"));
}
