using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>An endpoint as its declaration alone tells it. One whose prompts are in files is named only, and read when these are known.</summary>
/// <param name="MetadataName">The name by which the compilation finds it.</param>
/// <param name="Model">The model; null if files belong to it.</param>
internal sealed record DeclaredEndpoint(string? MetadataName, EndpointModel? Model);
