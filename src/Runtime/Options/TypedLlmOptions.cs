using System.Reflection;
using Microsoft.Extensions.Logging;

namespace TypedLlm;

/// <summary>Settings of TypedLlm, bound from the configuration section <see cref="SectionName"/>.</summary>
public sealed class TypedLlmOptions
{
    /// <summary>The configuration section that the settings are read from.</summary>
    public const string SectionName = "TypedLlm";

    /// <summary>
    /// The name of the <see cref="HttpClient"/> that is asked of an <see cref="IHttpClientFactory"/>. Handlers that are added to all clients by
    /// default are kept off it; a primary handler (proxy, certificates) is kept on, and so is what is added to this name after AddTypedLlm.
    /// </summary>
    public const string HttpClientName = "TypedLlm";

    /// <summary>
    /// The services that answer, by the provider name that the catalog gives each model. <c>openai</c> exists by default; what it does not set
    /// is taken from the environment variables OPENAI_API_KEY and OPENAI_BASE_URL.
    /// </summary>
    public IDictionary<string, ProviderOptions> Providers { get; } = new Dictionary<string, ProviderOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Model ids or short names that may be asked; all others are passed over. Empty: every model may be asked.</summary>
    public IList<string> Allow { get; } = [];

    /// <summary>Model ids or short names that are never asked.</summary>
    public IList<string> Deny { get; } = [];

    /// <summary>
    /// Settings of endpoints by the full name of the interface (<c>Shop.ISupportDesk</c>) or of one of its methods
    /// (<c>Shop.ISupportDesk.AnswerAsync</c>), which goes before that of its interface.
    /// </summary>
    public IDictionary<string, EndpointOptions> Endpoints { get; } = new Dictionary<string, EndpointOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a call waits for what.</summary>
    public TimerOptions Timers { get; } = new();

    /// <summary>When a model is left alone for a while.</summary>
    public BreakerOptions Breaker { get; } = new();

    /// <summary>How often a request is sent again to the same model.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>
    /// The assembly whose embedded <c>typedllm.models.json</c> wins over that of the endpoint's own assembly. Default: the entry assembly.
    /// Set in code.
    /// </summary>
    public Assembly? CatalogAssembly { get; set; }

    /// <summary>The clock of all delays, timers and dates. Default: the system's. Set in code.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Makes the HTTP client. It must follow no redirects and retry nothing; its timeout is switched off, since calls have timers of their
    /// own. The runtime disposes it. Default: the client <see cref="HttpClientName"/> of <see cref="IHttpClientFactory"/>, or one of our own
    /// without a container. Set in code.
    /// </summary>
    public Func<HttpClient>? CreateHttpClient { get; set; }

    /// <summary>Where events are logged when there is no container. Default: nowhere. Set in code.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Where <see cref="ILlmValidator{T}"/>s are found, as an enumerable of them. Default: the container; without one, nowhere. Set in code.</summary>
    public IServiceProvider? Services { get; set; }
}
