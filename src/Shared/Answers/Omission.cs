namespace TypedLlm.TypedAnswers;

/// <summary>The values of a member that are not written.</summary>
internal enum Omission
{
    None,
    Null,

    /// <summary>The default of its type, which is null of a reference.</summary>
    Default,
}
