using Microsoft.Extensions.Logging;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.Registry;
using TypedLlm.Resilience;

namespace TypedLlm.Routing;

/// <summary>What all calls of a runtime share.</summary>
internal sealed class RuntimeCore : IDisposable
{
    private readonly HttpClient _httpClient;
    private int _isDisposed;

    public RuntimeCore(TypedLlmOptions options, IReadOnlyList<ProviderSettings> providers, HttpClient httpClient, ILogger logger, Random random, IServiceProvider? services)
    {
        _httpClient = httpClient;
        Time = options.TimeProvider;
        Timers = options.Timers;
        Retry = options.Retry;
        Logger = logger;
        Services = services;
        Backoff = new Backoff(random);
        var byName = new Dictionary<string, Provider>(StringComparer.OrdinalIgnoreCase);
        foreach (var settings in providers)
        {
            byName.Add(settings.Name, new Provider(settings, options, httpClient));
        }

        Planner = new ChainPlanner(new ModelRegistry(options, logger), new ConfiguredChains(options), byName, Time, logger);
    }

    public TimeProvider Time { get; }

    public TimerOptions Timers { get; }

    public RetryOptions Retry { get; }

    public Backoff Backoff { get; }

    public ChainPlanner Planner { get; }

    public ILogger Logger { get; }

    /// <summary>Where validators of answers are found; null if there is nothing to look in.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>Renders a prompt, after everything was checked that can be checked before.</summary>
    /// <exception cref="LlmException">The prompt is larger than any service takes.</exception>
    /// <exception cref="ArgumentException">An option is outside of what the service takes.</exception>
    public RequestBody Render<TPrompt>(EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt
    {
        Check(method, options);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return RequestBody.Render(prompt, options?.Metadata);
        }
        catch (PromptTooLargeException exception)
        {
            throw new LlmException(LlmFailureKind.RequestTooLarge, $"{method.Endpoint}.{method.Name} failed: {exception.Message} Shorten the prompt.");
        }
    }

    public void Check(EndpointMethod method, LlmCallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(method);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, typeof(LlmRuntime));
        CallSettings.Check(options);
    }

    /// <summary>Begins a call. The execution takes the body over.</summary>
    /// <exception cref="LlmException">A model of the chain or its provider is not known.</exception>
    public CallExecution Begin(
        EndpointMethod method,
        RequestBody body,
        AnswerFormat? format,
        LlmCallOptions? options,
        TimeSpan deadline,
        CancellationToken caller,
        CancellationToken enumerator = default)
    {
        try
        {
            var plan = Planner.Plan(method);
            var settings = CallSettings.Of(method, plan.Needs, options, deadline, Timers);
            return new CallExecution(this, plan, settings, body, new CallDeadline(settings.Deadline, Time, caller, enumerator), format, options?.OnCompleted);
        }
        catch (LlmException)
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _httpClient.Dispose();
        }
    }
}
