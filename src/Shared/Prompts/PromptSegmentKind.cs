namespace TypedLlm.Prompts;

/// <summary>How a piece of a prompt is written.</summary>
internal enum PromptSegmentKind
{
    /// <summary>Constant text.</summary>
    Literal,

    /// <summary>A string, character or truth value.</summary>
    Text,

    /// <summary>A formattable value.</summary>
    Value,

    /// <summary>A string whose author is not trusted.</summary>
    Untrusted,

    /// <summary>A formattable value whose author is not trusted.</summary>
    UntrustedValue,
}
