namespace TypedLlm.Catalog;

/// <summary>What a name that somebody wrote down stands for.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Id">The id to send. A snapshot keeps its own; a name that leads nowhere is sent as the last name on its way.</param>
/// <param name="Facts">The facts of the model; null if the catalog does not know it.</param>
/// <param name="Alias">The last alias on the way to the id; null if there was none.</param>
internal sealed record ModelResolution(string Name, string Id, ModelFacts? Facts, string? Alias = null);
