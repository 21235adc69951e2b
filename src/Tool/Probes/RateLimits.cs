namespace TypedLlm.Tool.Probes;

/// <summary>What the headers of an answer say about the account's limits.</summary>
/// <param name="RequestsPerMinute">The limit of requests.</param>
/// <param name="Elapsed">How long the call took that carried them.</param>
internal sealed record RateLimits(long RequestsPerMinute, TimeSpan Elapsed);
