namespace TypedLlm.Streaming;

/// <summary>What an item of an <see cref="AnswerStream"/> is.</summary>
internal enum AnswerItemKind
{
    /// <summary>Text of the answer.</summary>
    Delta,

    /// <summary>Text of the model's reasoning, or of a summary of it.</summary>
    Reasoning,

    /// <summary>Text of a refusal.</summary>
    Refusal,
}
