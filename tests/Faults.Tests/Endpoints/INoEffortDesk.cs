namespace TypedLlm.FaultTests.Endpoints;

/// <summary>Asks for no reasoning, which the primary offers and the fallback refuses.</summary>
#pragma warning disable TLLM012 // The fallback is there to be skipped.
[LlmEndpoint(Primary = "5.4", Fallback = "6.2-sol", Effort = Effort.None)]
[SystemPrompt("You answer for a shop.")]
public interface INoEffortDesk : IDesk;
