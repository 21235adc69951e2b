using Microsoft.Extensions.DependencyInjection;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.Simulator;
using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>
/// Runtime and simulator, each as its users get it, with HTTP on real sockets between them and one clock for both.
/// The clock is moved only when the timer that is meant is armed, never by the passing of real time.
/// </summary>
internal sealed class FaultScene : IAsyncDisposable
{
    private const string ApiKey = "sk-scene";

    private readonly ServiceProvider _services;

    private FaultScene(ManualClock clock, SimulatorServer simulator, ReadProbe reads, Action<TypedLlmOptions>? configure, Action<IServiceCollection>? add)
    {
        (Clock, Simulator, Reads) = (clock, simulator, reads);
        var services = new ServiceCollection();
        services.AddTypedLlm(options =>
        {
            options.TimeProvider = clock;
            options.CatalogAssembly = typeof(FaultScene).Assembly;
            options.Providers["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.AbsoluteUri, ApiKey = ApiKey };
            configure?.Invoke(options);
        }).AddTypedLlmFaultsTestsEndpoints();
        services.AddHttpClient(TypedLlmOptions.HttpClientName).AddHttpMessageHandler(() => reads);
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ManualClock Clock { get; }

    public SimulatorServer Simulator { get; }

    public ReadProbe Reads { get; }

    public SimulatorLog Log => Simulator.Log;

    public LlmRuntime Runtime => Get<LlmRuntime>();

    public IDesk Scorecard => Get<IScorecardDesk>();

    public IDesk Defaults => Get<IDefaultsDesk>();

    public IDesk SingleModel => Get<ISingleModelDesk>();

    public static async Task<FaultScene> StartAsync(
        Action<TypedLlmOptions>? configure = null, Action<IServiceCollection>? services = null, TimeSpan skew = default)
    {
        var clock = new ManualClock();
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = skew == default ? clock : new SkewedClock(clock, skew) });
        simulator.Scripts.For(Model.Primary).Always(Answers.Text(Model.PrimaryAnswer));
        simulator.Scripts.For(Model.Fallback).Always(Answers.Text(Model.FallbackAnswer));
        return new FaultScene(clock, simulator, new ReadProbe(clock), configure, services);
    }

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public ReplyScripts Script(string model) => Simulator.Scripts.For(model);

    /// <summary>Makes a call to its end; for faults that need no time to pass.</summary>
    public Task<CallReport> CallAsync(CallForm form, IDesk? desk = null, LlmCallOptions? options = null) =>
        Start(form, desk, options).WaitAsync(Guards.Hang);

    /// <summary>Begins a call; the test moves the clock and then awaits it.</summary>
    public Task<CallReport> Start(CallForm form, IDesk? desk = null, LlmCallOptions? options = null) =>
        new Caller(desk ?? Scorecard, form).CallAsync(options);

    /// <summary>Waits until so many requests have arrived in all, and then for the timer that is due in exactly <paramref name="wait"/>; moves the clock there.</summary>
    public async Task ElapseAsync(int requests, TimeSpan wait)
    {
        await Log.WaitForRequestAsync(requests);
        await Clock.AdvanceToTimerAsync(wait);
    }

    /// <summary>Waits until the runtime has read all events of a reply that come before a silence; moves the clock to the end of its patience.</summary>
    public async Task ElapseAfterEventsAsync(int reply, int events, TimeSpan patience)
    {
        await Reads.WaitForStallAsync(reply, events, patience);
        Clock.Advance(patience);
    }

    /// <summary>Waits until so many requests have arrived in all and a pause before a repeat is armed, of which only the limit is known; moves the clock to its end.</summary>
    public async Task ElapseBackoffAsync(int requests)
    {
        await Log.WaitForRequestAsync(requests);
        Clock.Advance((await Clock.WaitForTimerAsync(Timers.IsBackoff, "of a backoff")).DueIn);
    }

    /// <summary>Lets pauses before repeats pass, as many as there are, until the calls end.</summary>
    public Task<T> ElapseBackoffsAsync<T>(Task<T> calls) =>
        ElapseAllAsync(calls, ended => Clock.WaitForTimerAsync(Timers.IsBackoff, "of a backoff", ended));

    /// <summary>Lets each pause between the events of a stream pass as soon as the runtime has read what came before it.</summary>
    public Task<T> ElapseEventDelaysAsync<T>(Task<T> call, TimeSpan delay)
    {
        var events = 0;
        return ElapseAllAsync(call, async ended =>
        {
            events = await Reads.WaitForMoreEventsAsync(reply: 1, events, ended);
            return await Clock.WaitForTimerAsync(timer => timer.DueIn <= delay, $"due in {delay} or sooner", ended);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    /// <summary>Moves the clock to one timer after the other as soon as it is armed, until the calls end.</summary>
    private async Task<T> ElapseAllAsync<T>(Task<T> calls, Func<CancellationToken, Task<ArmedTimer>> waitForTimer)
    {
        while (true)
        {
            using var ended = new CancellationTokenSource();
            var next = waitForTimer(ended.Token);
            if (await Task.WhenAny(calls, next) == calls)
            {
                await ended.CancelAsync();
                return await calls;
            }

            try
            {
                Clock.Advance((await next).DueIn);
            }
            catch (TimeoutException nothing)
            {
                throw new TimeoutException($"{nothing.Message}\nThe log:\n{Log}", nothing);
            }
        }
    }
}
