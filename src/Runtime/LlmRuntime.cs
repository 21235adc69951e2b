using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TypedLlm.CompilerServices;
using TypedLlm.Routing;
using TypedLlm.Telemetry;
using TypedLlm.Transports;

namespace TypedLlm;

/// <summary>What endpoints run on: the catalog, the connections, and what is known about the health of each model. One per application.</summary>
public sealed class LlmRuntime : IDisposable, IAsyncDisposable
{
    private readonly RuntimeCore _core;

    /// <param name="options">Valid settings.</param>
    /// <param name="httpClient">The client of all requests; disposed with the runtime.</param>
    /// <param name="loggers">Where events are logged.</param>
    /// <param name="services">Where validators of answers are found.</param>
    /// <param name="environment">The variables that fill what the settings leave out.</param>
    /// <param name="seed">Of the jitter of delays.</param>
    internal LlmRuntime(TypedLlmOptions options, HttpClient httpClient, ILoggerFactory? loggers, IServiceProvider? services, Func<string, string?> environment, int? seed = null)
    {
        var logger = loggers?.CreateLogger(LogMessages.Category) ?? NullLogger.Instance;
        HttpClients.Configure(httpClient);
        var random = new Random(seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
        _core = new RuntimeCore(options, ProviderSettings.Of(options, environment), httpClient, logger, random, services);
        Invoker = new LlmInvoker(_core);
    }

    /// <summary>What generated code calls. Not meant to be used by hand.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LlmInvoker Invoker { get; }

    /// <summary>Makes a runtime without a container, for the provider <c>openai</c>.</summary>
    /// <param name="apiKey">The key that is sent as the bearer token.</param>
    /// <exception cref="OptionsValidationException">The key is empty, and the environment variable OPENAI_API_KEY is not set.</exception>
    public static LlmRuntime Create(string apiKey)
    {
        var options = new TypedLlmOptions();
        options.Providers[ProviderSettings.Default] = new ProviderOptions { ApiKey = apiKey };
        return Create(options);
    }

    /// <summary>Makes a runtime without a container.</summary>
    /// <param name="options">The settings, which must not be changed afterwards.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or cannot work; the message names it.</exception>
    public static LlmRuntime Create(TypedLlmOptions options) => Create(options, Environment.GetEnvironmentVariable);

    internal static LlmRuntime Create(TypedLlmOptions options, Func<string, string?> environment, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var validation = new TypedLlmOptionsValidator(environment).Validate(Options.DefaultName, options);
        if (validation.Failed)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TypedLlmOptions), validation.Failures);
        }

        var client = options.CreateHttpClient?.Invoke() ?? HttpClients.Create(options.Timers);
        return new LlmRuntime(options, client, options.LoggerFactory, options.Services, environment, seed);
    }

    /// <summary>Checks that the chain of each method can work here.</summary>
    /// <exception cref="LlmException">One cannot; the message says which and why.</exception>
    internal void Check(IReadOnlyList<EndpointMethod> methods)
    {
        foreach (var method in methods)
        {
            _core.Planner.Check(method);
        }
    }

    /// <summary>Closes the connections. Calls that are made later throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _core.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
