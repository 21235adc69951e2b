namespace TypedLlm.Routing;

/// <summary>A chain of the settings.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="Names">The models as written, the primary first.</param>
internal sealed record ConfiguredChain(string Path, string[] Names);
