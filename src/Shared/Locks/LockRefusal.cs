using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>Something that an account was refused with a model, although the model may be asked.</summary>
/// <param name="Endpoint">The kind of endpoint, one of <see cref="CatalogFields.Capabilities"/>.</param>
/// <param name="Feature">What was refused there, one of <see cref="CatalogFields.Features"/>.</param>
/// <param name="Use">What works instead; null if nothing is known to.</param>
internal sealed record LockRefusal(string Endpoint, string Feature, string? Use = null);
