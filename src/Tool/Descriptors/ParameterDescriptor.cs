namespace TypedLlm.Tool.Descriptors;

/// <summary>One parameter of a method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# code.</param>
/// <param name="Role">What it is for: <c>value</c>, <c>options</c> or <c>cancellationToken</c>.</param>
internal sealed record ParameterDescriptor(string Name, string Type, string Role);
