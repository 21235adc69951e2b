namespace TypedLlm.Prompts;

/// <summary>A piece of a template with its place in the template's text.</summary>
internal readonly record struct TemplatePart(TemplatePartKind Kind, int Start, int Length, string Text, string? Format = null);
