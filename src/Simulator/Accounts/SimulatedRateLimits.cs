namespace TypedLlm.Simulator;

/// <summary>The limits that answers of models name in their headers. They are told, not enforced; script a fault for that.</summary>
public sealed record SimulatedRateLimits
{
    /// <summary>Requests per minute; by default those of a large account.</summary>
    public int RequestsPerMinute { get; init; } = 30_000;

    /// <summary>Tokens per minute; by default those of a large account.</summary>
    public int TokensPerMinute { get; init; } = 150_000_000;

    /// <summary>Tokens per minute of the project; null, the default, sends no such headers.</summary>
    public int? ProjectTokensPerMinute { get; init; }
}
