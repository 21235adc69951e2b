namespace TypedLlm.Resilience;

/// <summary>Why a circuit lets nothing through, and until when.</summary>
/// <param name="Kind">The failure that opened it.</param>
/// <param name="Until">The timestamp at which one request is let through again.</param>
/// <param name="IsCooling">Whether it only cools down, so that a probe may come early when nothing else is left; otherwise asking is pointless.</param>
internal sealed record Blockage(LlmFailureKind Kind, long Until, bool IsCooling);
