using System.ComponentModel;
using System.Reflection;

namespace TypedLlm.CompilerServices;

/// <summary>What generated code tells the runtime about one method, once. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointMethod
{
    /// <summary>The full name of the endpoint's interface.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The name of the method.</summary>
    public required string Name { get; init; }

    /// <summary>The assembly whose catalog file the names of the chain are looked up in, after the host's.</summary>
    public required Assembly Assembly { get; init; }

    /// <summary>The chain as written, the primary first.</summary>
    public required string[] Chain { get; init; }

    /// <summary>Whether the answer is of a type, and not text.</summary>
    public bool Typed { get; init; }

    /// <summary>Whether the answer is streamed on the wire.</summary>
    public bool Stream { get; init; } = true;

    /// <summary>The effort to send.</summary>
    public Effort? Effort { get; init; }

    /// <summary>The temperature to send.</summary>
    public double? Temperature { get; init; }

    /// <summary>The output limit to send.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The tier to send.</summary>
    public ServiceTier? ServiceTier { get; init; }

    /// <summary>Whether the service may keep the response.</summary>
    public bool Store { get; init; }

    /// <summary>The deadline in milliseconds.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>The first-content timer in milliseconds.</summary>
    public int? FirstContentTimeoutMs { get; init; }

    /// <summary>The idle timer in milliseconds.</summary>
    public int? IdleTimeoutMs { get; init; }

    /// <summary>What happens to a broken event stream.</summary>
    public InterruptedStream OnInterrupted { get; init; }

    /// <summary>The most requests of one call.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The highest price ratio of a fallback.</summary>
    public double? MaxFallbackPriceRatio { get; init; }
}
