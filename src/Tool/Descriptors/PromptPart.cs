namespace TypedLlm.Tool.Descriptors;

/// <summary>A piece of a prompt.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Content">The text of a literal; otherwise the expression over the parameters.</param>
/// <param name="Format">The format of a value; null if there is none.</param>
internal sealed record PromptPart(PromptPartKind Kind, string Content, string? Format = null);
