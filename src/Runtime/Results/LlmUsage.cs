namespace TypedLlm;

/// <summary>Tokens that the service counted for a response, or for several together.</summary>
/// <param name="InputTokens">Tokens read, cached ones included.</param>
/// <param name="OutputTokens">Tokens produced, reasoning included.</param>
public sealed record LlmUsage(long InputTokens, long OutputTokens)
{
    /// <summary>Input tokens that came from the prompt cache.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Input tokens that were written to the prompt cache.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>Output tokens spent on reasoning.</summary>
    public long ReasoningTokens { get; init; }
}
