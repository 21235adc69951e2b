namespace TypedLlm.Tool.Descriptors;

/// <summary>The type that a method answers with.</summary>
/// <param name="Type">Its name, as C# code; of a stream of elements that of an element.</param>
/// <param name="Name">The name of the schema.</param>
/// <param name="Schema">The schema of the whole answer as JSON.</param>
/// <param name="Format">What a request says under <c>text.format</c>, byte for byte.</param>
internal sealed record AnswerDescriptor(string Type, string Name, string Schema, string Format);
