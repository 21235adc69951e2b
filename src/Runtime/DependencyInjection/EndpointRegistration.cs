using TypedLlm.CompilerServices;

namespace TypedLlm;

/// <summary>An endpoint of the application, to be checked when it starts.</summary>
internal sealed record EndpointRegistration(IReadOnlyList<EndpointMethod> Methods);
