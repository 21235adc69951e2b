using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A batch of one line at the provider.</summary>
/// <param name="Endpoint">Where its line is sent.</param>
/// <param name="Id">Its id.</param>
/// <param name="FileId">The id of its input.</param>
internal sealed record RunningBatch(EndpointKind Endpoint, string Id, string FileId);
