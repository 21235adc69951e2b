namespace TypedLlm.Transports;

/// <summary>What an error body or an error event says. All of it may be missing; all of it is bounded.</summary>
internal readonly record struct ErrorFacts(string? Code, string? Type, string? Param, string? Message)
{
    /// <summary>Whether the message is the beginning of a body that names none.</summary>
    public bool MessageIsExcerpt { get; init; }

    public bool IsEmpty => this == default;
}
