namespace TypedLlm.Streaming;

/// <summary>How an event stands to the ones before it.</summary>
internal enum EventOrder
{
    InOrder,
    Repeated,
    AfterGap,
}
