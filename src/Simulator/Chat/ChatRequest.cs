namespace TypedLlm.Simulator;

/// <summary>What a chat request has besides the request for text that it is.</summary>
internal sealed record ChatRequest(TextRequest Text)
{
    /// <summary>The number of messages; the array may be empty, or missing.</summary>
    public bool HasMessages { get; init; }

    public bool HasMaxTokens { get; init; }

    public bool HasStreamOptions { get; init; }

    public string? Effort { get; init; }
}
