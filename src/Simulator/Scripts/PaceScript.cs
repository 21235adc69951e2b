namespace TypedLlm.Simulator;

/// <summary>Delays, all on the simulator's clock. What is null follows <see cref="SimulatorOptions"/>.</summary>
public sealed record PaceScript
{
    /// <summary>Before the first byte of the answer.</summary>
    public TimeSpan? InitialDelay { get; init; }

    /// <summary>On a stream, between the lifecycle events and the first content; <see cref="Timeout.InfiniteTimeSpan"/>: content never comes.</summary>
    public TimeSpan? FirstContentDelay { get; init; }

    /// <summary>How often a ping is sent during <see cref="FirstContentDelay"/>; null: never.</summary>
    public TimeSpan? PingInterval { get; init; }

    /// <summary>Before each event of a stream but the first.</summary>
    public TimeSpan? EventDelay { get; init; }

    /// <summary>After each byte of the headers, which are then sent one by one.</summary>
    public TimeSpan? HeaderByteDelay { get; init; }

    /// <summary>Sends the body in packets of so many bytes, whatever character that splits.</summary>
    public int? BytesPerPacket { get; init; }

    /// <summary>After each packet of <see cref="BytesPerPacket"/> bytes.</summary>
    public TimeSpan? PacketDelay { get; init; }
}
