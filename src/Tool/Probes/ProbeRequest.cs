using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>One thing to try.</summary>
/// <param name="Target">The model.</param>
/// <param name="Endpoint">The kind of endpoint that is asked.</param>
/// <param name="Kind">What is tried.</param>
internal sealed record ProbeRequest(ProbeTarget Target, EndpointKind Endpoint, ProbeKind Kind)
{
    /// <summary>As on the wire; null is not sent.</summary>
    public string? Effort { get; init; }

    public double? Temperature { get; init; }

    /// <summary>As on the wire; null is not sent.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The name for people: <c>gpt-5.4 batch:chat</c>.</summary>
    public string Name => $"{Target.Id} {Kind.ToString().ToLowerInvariant()}{(Endpoint == EndpointKind.Chat ? ":chat" : "")}";
}
