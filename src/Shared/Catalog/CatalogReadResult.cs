namespace TypedLlm.Catalog;

/// <summary>A catalog file as far as it could be read, and what is wrong in it in the order of the text.</summary>
internal sealed record CatalogReadResult(CatalogFile File, IReadOnlyList<CatalogProblem> Problems);
