namespace TypedLlm.FaultTests.Endpoints;

/// <summary>The profile of the public fault scorecard: two retries, one fallback, 30 s timeouts, first content within 10 s.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "5.3", MaxAttempts = 3, FirstContentTimeoutMs = 10_000, IdleTimeoutMs = 30_000)]
[SystemPrompt("You answer for a shop.")]
public interface IScorecardDesk : IDesk;
