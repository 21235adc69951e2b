namespace TypedLlm.Simulator;

public static partial class Faults
{
    /// <summary>The request is read and never answered.</summary>
    public static ScriptedReply Silence() => Break(BreakPoint.BeforeHeaders, BreakKind.Stall);

    /// <summary>The headers come, then nothing.</summary>
    public static ScriptedReply HeadersThenSilence() => Break(BreakPoint.AfterHeaders, BreakKind.Stall);

    /// <summary>Half of the headers come, then what <paramref name="how"/> says.</summary>
    public static ScriptedReply HalfSentHeaders(BreakKind how = BreakKind.Stall) => Break(BreakPoint.InHeaders, how);

    /// <summary>The headers come byte by byte.</summary>
    public static ScriptedReply DrippedHeaders(TimeSpan delayPerByte) => new() { Pace = new() { HeaderByteDelay = delayPerByte } };

    /// <summary>The connection is reset before anything is sent.</summary>
    public static ScriptedReply ResetBeforeHeaders() => Break(BreakPoint.BeforeHeaders, BreakKind.Reset);

    /// <summary>The connection is reset after so many bytes of the body.</summary>
    public static ScriptedReply ResetAfterBytes(int bytes) => Break(BreakPoint.AfterBytes, BreakKind.Reset, bytes);

    /// <summary>The connection is reset after so many events.</summary>
    public static ScriptedReply ResetAfterEvents(int events) => Break(BreakPoint.AfterEvents, BreakKind.Reset, events);

    /// <summary>The connection is reset after so many deltas of the text.</summary>
    public static ScriptedReply ResetAfterDeltas(int deltas) => Break(BreakPoint.AfterDeltas, BreakKind.Reset, deltas);

    /// <summary>The connection is closed, in the middle of the HTTP message, after so many events.</summary>
    public static ScriptedReply CloseAfterEvents(int events) => Break(BreakPoint.AfterEvents, BreakKind.Close, events);

    /// <summary>The stream ends properly after so many events, without a terminal one.</summary>
    public static ScriptedReply EndAfterEvents(int events) => Break(BreakPoint.AfterEvents, BreakKind.End, events);

    /// <summary>The stream ends properly after so many deltas of the text, without a terminal event.</summary>
    public static ScriptedReply EndAfterDeltas(int deltas) => Break(BreakPoint.AfterDeltas, BreakKind.End, deltas);

    /// <summary>The stream falls silent after so many events.</summary>
    public static ScriptedReply StallAfterEvents(int events) => Break(BreakPoint.AfterEvents, BreakKind.Stall, events);

    /// <summary>The stream falls silent after so many deltas of the text.</summary>
    public static ScriptedReply StallAfterDeltas(int deltas) => Break(BreakPoint.AfterDeltas, BreakKind.Stall, deltas);

    /// <summary>The body comes in packets of so many bytes, each after the other's delay; characters are split.</summary>
    public static ScriptedReply SlowDrip(int bytesPerPacket, TimeSpan delay = default) =>
        new() { Pace = new() { BytesPerPacket = bytesPerPacket, PacketDelay = delay } };

    private static ScriptedReply Break(BreakPoint at, BreakKind how, int count = 0) => new() { Break = new BreakScript(at, how, count) };
}
