namespace TypedLlm.Simulator;

/// <summary>Where and how a connection breaks.</summary>
/// <param name="At">The place.</param>
/// <param name="How">What is done there.</param>
/// <param name="Count">How many bytes, events or deltas are sent before, where the place is counted.</param>
public sealed record BreakScript(BreakPoint At, BreakKind How, int Count = 0);
