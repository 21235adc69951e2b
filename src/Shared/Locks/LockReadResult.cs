using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>A lock file as far as it could be read, and what is wrong in it in the order of the text.</summary>
internal sealed record LockReadResult(LockFile File, IReadOnlyList<CatalogProblem> Problems);
