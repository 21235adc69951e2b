namespace TypedLlm.Tool.Upgrades;

/// <summary>A fact in which two models differ.</summary>
/// <param name="What">The fact.</param>
/// <param name="Old">What it is with the old model.</param>
/// <param name="New">What it is with the new one.</param>
/// <param name="Change">What that means: lost, won, or a percentage; empty if it cannot be said.</param>
internal sealed record ModelDifference(string What, string Old, string New, string Change);
