namespace TypedLlm.Endpoints;

/// <summary>The properties of <c>[LlmEndpoint]</c> that hold for a method. What is not set is null.</summary>
internal sealed record EndpointSettings
{
    /// <summary>The names of the models as written, the primary first.</summary>
    public EquatableArray<string> Chain { get; init; }

    public bool? Stream { get; init; }

    /// <summary>The name of the enum's member, as for the other enums.</summary>
    public string? Effort { get; init; }

    public double? Temperature { get; init; }

    public int? MaxOutputTokens { get; init; }

    public string? ServiceTier { get; init; }

    public bool? Store { get; init; }

    public int? TimeoutMs { get; init; }

    public int? FirstContentTimeoutMs { get; init; }

    public int? IdleTimeoutMs { get; init; }

    public string? OnInterrupted { get; init; }

    public int? MaxAttempts { get; init; }

    public double? MaxFallbackPriceRatio { get; init; }

    public string? NoFallback { get; init; }

    public string? Workload { get; init; }
}
