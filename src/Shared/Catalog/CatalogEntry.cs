namespace TypedLlm.Catalog;

/// <summary>A model of a catalog file.</summary>
/// <param name="Facts">What the entry says, on its own.</param>
/// <param name="Source">The entry, to be read again over what another file says about the same id.</param>
internal sealed record CatalogEntry(ModelFacts Facts, JsonValue Source);
