namespace TypedLlm.Simulator;

/// <summary>A valid line of a batch.</summary>
/// <param name="CustomId">The client's name for it.</param>
/// <param name="Model">The model that it asks.</param>
/// <param name="Body">The request.</param>
internal sealed record BatchLine(string CustomId, SimulatedModel Model, ReadOnlyMemory<byte> Body);
