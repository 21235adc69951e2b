using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>A running simulator: an OpenAI-compatible service on this machine.</summary>
/// <example>
/// <code>
/// await using var simulator = await SimulatorServer.StartAsync();
/// simulator.Scripts.For("gpt-5.4").On(1, Faults.RateLimited(TimeSpan.FromSeconds(2)));
/// </code>
/// </example>
public sealed class SimulatorServer : IDisposable, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RouteTable _routes;
    private readonly CancellationTokenSource _stopping;
    private int _disposals;

    private SimulatorServer(
        WebApplication app, RouteTable routes, CancellationTokenSource stopping, SimulatorScripts scripts, SimulatorLog log, SimulatorState state)
    {
        _app = app;
        _routes = routes;
        _stopping = stopping;
        Scripts = scripts;
        Log = log;
        State = state;
        BaseUrl = ListenAddress.BaseUrlOf(app.Urls.First());
    }

    /// <summary>The base URL for clients; it ends in <c>/v1</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The scripted replies.</summary>
    public SimulatorScripts Scripts { get; }

    /// <summary>The requests that arrived.</summary>
    public SimulatorLog Log { get; }

    /// <summary>What the simulated account holds now.</summary>
    public SimulatorState State { get; }

    /// <summary>Starts a simulator, by default on a free port of the loopback address.</summary>
    /// <exception cref="IOException">The address is in use, or cannot be listened on.</exception>
    /// <exception cref="FormatException">The address is none of this machine.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var addresses = ListenAddress.ReadAll(options.Urls);
        var (scripts, log, stopping) = (new SimulatorScripts(), new SimulatorLog(), new CancellationTokenSource());
        foreach (var script in options.Scripts)
        {
            script.AddTo(scripts);
        }

        var stores = new SimulatorStores(options);
        var state = new SimulatorState(stores, options.Clock);
        var routes = SimulatedRoutes.Create(options, new SimulatedModels(BuiltInCatalog.Instance, options), stores);
        var app = Build(addresses, new SimulatedService(options, log, scripts, state, routes, stopping.Token));
        try
        {
            await app.StartAsync(cancellationToken);
            return new SimulatorServer(app, routes, stopping, scripts, log, state);
        }
        catch (Exception failure)
        {
            await app.DisposeAsync();
            stopping.Dispose();
            if (failure is IOException { InnerException: AddressInUseException })
            {
                throw new IOException($"{options.Urls} is in use. Stop the program that listens there or choose another port; port 0 takes a free one.", failure);
            }

            if (failure is SocketException)
            {
                throw new IOException($"{options.Urls} cannot be listened on: {failure.Message}. Choose an address of this machine, such as 127.0.0.1, and a port above 1023.", failure);
            }

            throw;
        }
    }

    /// <summary>Starts a simulator, says on <paramref name="output"/> where it listens and what it serves, and serves until <paramref name="stop"/>.</summary>
    /// <exception cref="IOException">The address is in use, or cannot be listened on.</exception>
    /// <exception cref="FormatException">The address is none of this machine.</exception>
    public static async Task RunAsync(SimulatorOptions options, TextWriter output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        await using var server = await StartAsync(options, CancellationToken.None);
        await output.WriteLineAsync(Greeting.For(server.BaseUrl, ListenAddress.ReadAll(options.Urls).Any(static address => address.IsOpen), server._routes.Calls));
        await output.FlushAsync(CancellationToken.None);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Stops at once: connections of hanging requests are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposals, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>As <see cref="DisposeAsync"/>, for containers that are disposed without awaiting.</summary>
    public void Dispose() => Task.Run(async () => await DisposeAsync()).GetAwaiter().GetResult();

    private static WebApplication Build(IEnumerable<ListenAddress> addresses, SimulatedService service)
    {
        // The empty builder: neither files nor environment variables of the host change what the simulator does.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // Slow answers are what the simulator is for; no limit of its own may end them in real time.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.ConfigureEndpointDefaults(static listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        foreach (var address in addresses)
        {
            app.Urls.Add(address.Url);
        }

        app.Run(service.HandleAsync);
        return app;
    }
}
