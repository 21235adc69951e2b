namespace TypedLlm.Streaming;

/// <summary>One event, still as bytes.</summary>
internal readonly ref struct ResponseEvent
{
    public ResponseEventKind Kind { get; init; }

    /// <summary>The event's number in its stream; null if the service did not number it.</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>Of content, the delta as JSON string; of lifecycle and terminal events, the response; of an error, the whole event.</summary>
    public ReadOnlySpan<byte> Json { get; init; }
}
