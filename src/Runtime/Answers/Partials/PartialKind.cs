namespace TypedLlm.TypedAnswers;

/// <summary>What kind of JSON value a node is.</summary>
internal enum PartialKind : byte
{
    Object,
    List,
    String,

    /// <summary>A number, a truth value or null.</summary>
    Literal,
}
