namespace TypedLlm.Catalog;

/// <summary>A live model in place of one that is shut down.</summary>
/// <param name="Facts">The facts of the live model.</param>
/// <param name="ReasoningMode">The reasoning mode that makes it an equal; null if none is needed.</param>
internal sealed record ReplacementModel(ModelFacts Facts, string? ReasoningMode);
