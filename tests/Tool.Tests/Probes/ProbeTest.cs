using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.TestKit;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>Probes against a simulator of their own, both on a clock that moves whenever the probes wait.</summary>
public abstract class ProbeTest : IAsyncLifetime, IDisposable
{
    /// <summary>Does not reason by default.</summary>
    protected const string Plain = "gpt-4.1-mini";

    protected const string Reasoning = "gpt-5.4";

    private readonly StringWriter _said = new();
    private readonly TemporaryFolder _folder = new();
    private SimulatorServer? _simulator;

    protected ManualClock Clock { get; } = new();

    protected SimulatorOptions Options { get; } = new();

    protected SimulatorServer Simulator => _simulator!;

    protected string Key { get; set; } = "sk-test-0123456789";

    /// <summary>What people were told.</summary>
    protected string Said => _said.ToString();

    private protected ProbeSettings Settings { get; set; } = new(decimal.MaxValue, TimeSpan.FromMinutes(10), Concurrency: 4, Environments: ["default"], PendingFile: "");

    public async Task InitializeAsync()
    {
        Options.Clock = Clock;
        Settings = Settings with { PendingFile = _folder.File("pending.json") };
        _simulator = await SimulatorServer.StartAsync(Options);
    }

    public Task DisposeAsync() => Simulator.DisposeAsync().AsTask();

    public void Dispose()
    {
        _said.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ProbeTarget Target(string id) => new(id, id, BuiltInCatalog.Instance.Find(id), new ProviderSettings(ProviderSettings.Default)
    {
        BaseUrl = Simulator.BaseUrl.AbsoluteUri,
        ApiKey = Key,
    });

    private protected ProbeRequest Probe(ProbeKind kind, string model = Plain, EndpointKind endpoint = EndpointKind.Responses) =>
        new(Target(model), endpoint, kind);

    private protected async Task<ProbeResult> RunAsync(ProbeRequest request, CancellationToken cancellationToken = default) =>
        Assert.Single(await RunAsync([request], cancellationToken));

    private protected Task<IReadOnlyList<ProbeResult>> RunAsync(IReadOnlyList<ProbeRequest> requests, CancellationToken cancellationToken = default) =>
        new ClockDriver(Clock).RunAsync(Runner().RunAsync(requests, cancellationToken));

    private protected Task<IReadOnlyList<ProbeResult>> ResumeAsync(params string[] models) =>
        new ClockDriver(Clock).RunAsync(Runner().ResumeAsync([.. models.Select(Target)], CancellationToken.None));

    private protected ProbeRunner Runner(TextWriter? error = null) => new(
        new ToolHost
        {
            Out = TextWriter.Null,
            Error = error ?? TextWriter.Synchronized(_said),
            Directory = _folder.FullPath,
            Variables = new Dictionary<string, string>(),
            Time = Clock,
        },
        Settings);

    private protected static void AssertWorks(ProbeResult result) => Assert.True(result.Verdict == ProbeVerdict.Works, $"{result.Verdict}: {result.Detail}");

    private protected static void AssertRefused(ProbeResult result, string detail) => AssertVerdict(ProbeVerdict.Refused, result, detail);

    private protected static void AssertNotLearned(ProbeResult result, string detail) => AssertVerdict(ProbeVerdict.NotLearned, result, detail);

    /// <summary>Nothing that costs or is kept is left at the provider, but what cannot be found; and that is told.</summary>
    protected void AssertNothingIsLeft()
    {
        string[] left =
        [
            .. Simulator.State.Responses.Where(static response => !response.IsDeleted).Skip(CountOf("whose id was lost with its answer")).Select(static response => response.Id),
            .. Simulator.State.Files.Where(static file => !file.IsDeleted).Select(static file => file.Id),
            .. Simulator.State.Batches.Where(static batch => batch.IsRunning).Select(static batch => batch.Id),
        ];
        Assert.True(left.Length == 0, $"{string.Join(", ", left)}\n{Said}\n{Simulator.Log}");
    }

    protected int CountOf(string text) => Said.Split(text).Length - 1;

    private static void AssertVerdict(ProbeVerdict verdict, ProbeResult result, string detail)
    {
        Assert.True(result.Verdict == verdict, $"{result.Verdict}: {result.Detail}");
        Assert.Contains(detail, result.Detail, StringComparison.Ordinal);
    }
}
