namespace TypedLlm.Tool.Descriptors;

/// <summary>How a piece of a prompt is written.</summary>
internal enum PromptPartKind
{
    Literal,
    Value,
    Untrusted,
}
