namespace TypedLlm.Prompts;

/// <summary>What <see cref="TemplatePart.Text"/> holds.</summary>
internal enum TemplatePartKind
{
    /// <summary>Text with doubled braces undone.</summary>
    Literal,

    /// <summary>A name, or names joined by dots.</summary>
    Placeholder,

    /// <summary>Why the template cannot be read here.</summary>
    Fault,
}
