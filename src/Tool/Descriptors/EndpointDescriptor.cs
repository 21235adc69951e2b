namespace TypedLlm.Tool.Descriptors;

/// <summary>What the compiler wrote down about one endpoint.</summary>
/// <param name="Name">The full name of the interface.</param>
/// <param name="Client">The full name of the generated class.</param>
/// <param name="Methods">Those that can be called.</param>
internal sealed record EndpointDescriptor(string Name, string Client, IReadOnlyList<MethodDescriptor> Methods);
