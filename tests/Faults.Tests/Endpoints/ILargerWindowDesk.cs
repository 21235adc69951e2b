namespace TypedLlm.FaultTests.Endpoints;

/// <summary>The scorecard's profile with a fallback that takes longer prompts than the primary.</summary>
[LlmEndpoint(Primary = "5.4-mini", Fallback = "5.4", MaxAttempts = 3, FirstContentTimeoutMs = 10_000, IdleTimeoutMs = 30_000)]
[SystemPrompt("You answer for a shop.")]
public interface ILargerWindowDesk : IDesk;
