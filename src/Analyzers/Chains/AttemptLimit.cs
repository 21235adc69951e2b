using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Chains;

/// <summary>How many requests a method sends at most.</summary>
/// <param name="Caller">The method, as the subject of a sentence.</param>
/// <param name="MaxAttempts">The number.</param>
/// <param name="Attribute">The attribute that says so or, if none does, that sets the chain.</param>
internal sealed record AttemptLimit(string Caller, int MaxAttempts, AttributeData Attribute);
