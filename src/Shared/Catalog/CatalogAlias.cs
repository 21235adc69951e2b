namespace TypedLlm.Catalog;

/// <summary>A name of a project's own and what it stands for: an id, a short name or another alias.</summary>
internal sealed record CatalogAlias(string Name, string Target, JsonPosition Position);
