namespace TypedLlm.FaultTests.Endpoints;

/// <summary>A chain of one model: what happens when there is nowhere to go.</summary>
[LlmEndpoint(Primary = "5.4", NoFallback = "The tests need a chain that ends.", TimeoutMs = 30_000)]
[SystemPrompt("You answer for a shop.")]
public interface ISingleModelDesk : IDesk;
