namespace TypedLlm.Tool.Probes;

/// <summary>What the headers of an answer say about the account's limits; what they do not say is null.</summary>
/// <param name="RequestsPerMinute">The limit of requests.</param>
/// <param name="TokensPerMinute">The limit of tokens.</param>
/// <param name="Elapsed">How long the call took that carried them.</param>
internal sealed record RateLimits(long? RequestsPerMinute, long? TokensPerMinute, TimeSpan Elapsed);
