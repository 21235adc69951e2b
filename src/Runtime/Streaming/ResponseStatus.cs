namespace TypedLlm.Streaming;

/// <summary>How far a response has come.</summary>
internal enum ResponseStatus
{
    Unknown,
    Queued,
    InProgress,
    Completed,
    Incomplete,
    Failed,
    Cancelled,
}
