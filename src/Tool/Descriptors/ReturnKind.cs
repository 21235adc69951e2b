namespace TypedLlm.Tool.Descriptors;

/// <summary>How a method hands out its answer.</summary>
internal enum ReturnKind
{
    Task,
    ValueTask,
    Result,

    /// <summary>Text as it arrives, or the elements of a list.</summary>
    Stream,

    EventStream,
}
