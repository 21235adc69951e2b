namespace TypedLlm;

/// <summary>
/// Makes an interface an endpoint, whose implementation is generated, or refines one method of it. What a method sets wins over its interface;
/// <see cref="Chain"/>, <see cref="Primary"/>, <see cref="Fallback"/> and <see cref="Fallbacks"/> are one group: a method that sets any of them
/// replaces the whole chain.
/// A property that is not set is not sent.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, Inherited = false)]
public sealed class LlmEndpointAttribute : Attribute
{
    /// <summary>The model that is asked first: an id or a short name of the catalog.</summary>
    public string? Primary { get; set; }

    /// <summary>The model that is asked when <see cref="Primary"/> cannot answer.</summary>
    public string? Fallback { get; set; }

    /// <summary>More models, asked in this order after <see cref="Fallback"/>.</summary>
    public string[]? Fallbacks { get; set; }

    /// <summary>The name of a chain that an <see cref="LlmChainAttribute"/> of this assembly declares, in place of the three above.</summary>
    public string? Chain { get; set; }

    /// <summary>
    /// Whether the answer is streamed on the wire. Default: true, also for methods that return it whole, so that the content timers apply and
    /// a broken stream is repaired unseen. False: one unary request, whose header timer is the whole deadline.
    /// </summary>
    public bool Stream { get; set; }

    /// <summary>How much the model reasons. Default: not sent, the model's own default holds.</summary>
    public Effort Effort { get; set; }

    /// <summary>Sampling temperature, 0 to 2. Default: not sent. Many reasoning models refuse it.</summary>
    public double Temperature { get; set; }

    /// <summary>The most tokens the model may produce, reasoning included; at least 16. Default: not sent.</summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>The processing tier. Default: not sent.</summary>
    public ServiceTier ServiceTier { get; set; }

    /// <summary>Whether the service may keep prompt and answer. Default: false.</summary>
    public bool Store { get; set; }

    /// <summary>The deadline of a whole call over all attempts, in milliseconds. Default: 10 minutes, 60 minutes for streams.</summary>
    public int TimeoutMs { get; set; }

    /// <summary>How long the first content may take, in milliseconds. Default: by effort, from 20 s without reasoning to 15 min at the highest.</summary>
    public int FirstContentTimeoutMs { get; set; }

    /// <summary>The longest silence between two contents, in milliseconds. Default: 60 s, 180 s with reasoning.</summary>
    public int IdleTimeoutMs { get; set; }

    /// <summary>What happens to an event stream that breaks after its first item. Default: <see cref="InterruptedStream.Throw"/>.</summary>
    public InterruptedStream OnInterrupted { get; set; }

    /// <summary>The most requests that one call may send over the whole chain. Default: 3.</summary>
    public int MaxAttempts { get; set; }

    /// <summary>Why this endpoint has no fallback. A reason here silences the rule that asks for one.</summary>
    public string? NoFallback { get; set; }

    /// <summary>How many times the primary's output price a fallback may cost. A dearer one is not asked. Default: no limit.</summary>
    public double MaxFallbackPriceRatio { get; set; }

    /// <summary>What the endpoint is used for.</summary>
    public Workload Workload { get; set; }
}
