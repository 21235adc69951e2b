namespace TypedLlm.TypedAnswers;

/// <summary>How the part of a type begins that adds a nested <c>Partial</c> to it.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Headers">The types around it from the outside, and the type itself: <c>partial record Invoice</c>.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record PartialDeclaration(string Namespace, EquatableArray<string> Headers, bool IsPublic);
