using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.TestKit;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>A folder with the assembly of an endpoint, and an account to verify it against.</summary>
internal sealed class VerifyScene : IAsyncDisposable
{
    /// <summary>A key that must not be seen anywhere.</summary>
    public const string Key = "sk-marked-7f3a9c-canary";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(40);

    private VerifyScene(SimulatorServer simulator, SimulatorOptions options)
    {
        (Simulator, Options) = (simulator, options);
        Variables["OPENAI_API_KEY"] = Key;
        Variables["OPENAI_BASE_URL"] = simulator.BaseUrl.ToString();
    }

    public TemporaryFolder Folder { get; } = new();

    public SimulatorServer Simulator { get; }

    public SimulatorOptions Options { get; }

    /// <summary>The clock of tool and service. It stands still, so that days are the same whenever the test runs.</summary>
    public ManualClock Clock { get; private init; } = new();

    public Dictionary<string, string> Variables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Lock => Folder.Read("typedllm.lock.json");

    public bool HasLock => File.Exists(Folder.File("typedllm.lock.json"));

    public static async Task<VerifyScene> StartAsync(string? source = null, string? catalog = null, bool isApp = false)
    {
        var clock = new ManualClock();
        var options = new SimulatorOptions { Clock = clock, ApiKey = Key };
        var scene = new VerifyScene(await SimulatorServer.StartAsync(options), options) { Clock = clock };
        new ConsumerAssembly { Source = source ?? Desk.Source, Catalog = catalog, IsApp = isApp }.Build(scene.Folder);
        return scene;
    }

    /// <summary>Runs <c>typedllm verify</c> on the folder.</summary>
    public Task<ToolRun> VerifyAsync(params string[] arguments) => RunAsync(["verify", "Shop.dll", .. arguments]);

    /// <summary>Runs a command in the folder.</summary>
    public Task<ToolRun> RunAsync(string[] arguments, CancellationToken cancellationToken = default) =>
        ToolRun.Of(Folder.FullPath, arguments, Variables, Clock, cancellationToken);

    /// <summary>Runs <c>typedllm verify --format json</c> on the folder and reads its result.</summary>
    public async Task<(int Code, JsonElement Json)> VerifyJsonAsync(params string[] arguments)
    {
        var run = await VerifyAsync([.. arguments, "--format", "json"]);
        using var document = JsonDocument.Parse(run.Out);
        return (run.Code, document.RootElement.Clone());
    }

    /// <summary>Waits for a run, and moves the clock whenever the run waits before it asks again.</summary>
    public async Task<ToolRun> DriveAsync(Task<ToolRun> run)
    {
        while (true)
        {
            using var stop = new CancellationTokenSource();
            var timer = Clock.WaitForTimerAsync(armed => armed.DueIn <= LongestPause, $"due within {LongestPause}", stop.Token);
            if (await Task.WhenAny(run, timer) == run)
            {
                await stop.CancelAsync();
                return await run;
            }

            Clock.Advance((await timer).DueIn);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        Folder.Dispose();
    }
}
