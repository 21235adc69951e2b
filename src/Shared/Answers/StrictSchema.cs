namespace TypedLlm.TypedAnswers;

/// <summary>A schema in the form that the service takes as strict.</summary>
/// <param name="Json">Compact JSON, in the order of the declarations: the model answers in it.</param>
/// <param name="Size">What the service limits.</param>
internal sealed record StrictSchema(string Json, SchemaSize Size);
