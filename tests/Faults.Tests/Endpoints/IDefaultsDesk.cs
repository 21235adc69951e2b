namespace TypedLlm.FaultTests.Endpoints;

/// <summary>Says no more than its chain, so that every timer is the one a user gets without asking.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "5.3")]
[SystemPrompt("You answer for a shop.")]
public interface IDefaultsDesk : IDesk;
