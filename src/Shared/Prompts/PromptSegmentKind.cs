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

    /// <summary>A value that is written as JSON.</summary>
    Json,

    /// <summary>A value whose author is not trusted, written as JSON.</summary>
    UntrustedJson,
}
