namespace TypedLlm.Transports;

/// <summary>What an error body or an error event says. All of it may be missing; all of it is bounded.</summary>
internal readonly record struct ErrorFacts(string? Code, string? Type, string? Param, string? Message)
{
    public bool IsEmpty => this == default;
}
