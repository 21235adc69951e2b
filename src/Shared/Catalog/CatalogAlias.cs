namespace TypedLlm.Catalog;

/// <summary>A name of a project's own and what it stands for: an id, a short name or another alias.</summary>
/// <param name="Name">The name.</param>
/// <param name="Target">What it stands for.</param>
/// <param name="Position">Where the name stands.</param>
/// <param name="TargetPosition">Where the target stands.</param>
internal sealed record CatalogAlias(string Name, string Target, JsonPosition Position, JsonPosition TargetPosition);
