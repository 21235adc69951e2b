namespace TypedLlm.Tool.Descriptors;

/// <summary>How a method hands out its answer.</summary>
internal enum ReturnKind
{
    Text,
    ValueText,
    Result,
    TextStream,
    EventStream,
}
