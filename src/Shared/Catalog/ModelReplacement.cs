namespace TypedLlm.Catalog;

/// <summary>What the provider names in place of a model.</summary>
/// <param name="Id">The id of the replacement.</param>
/// <param name="ReasoningMode">The reasoning mode that makes it an equal; null if none is needed.</param>
internal sealed record ModelReplacement(string Id, string? ReasoningMode = null);
