namespace TypedLlm.Catalog;

/// <summary>A place of a catalog file that names a model of this or another file.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Place">The list or alias that it stands in, as words of a message.</param>
internal sealed record CatalogReference(string Name, JsonPosition Position, string Place);
