namespace TypedLlm.Simulator;

public static partial class Faults
{
    /// <summary>The response fails with <paramref name="code"/> after so many deltas of the text.</summary>
    public static ScriptedReply Failed(string code, string message, int afterDeltas = 0) =>
        Ending(EndingKind.Failed, code, message, afterDeltas);

    /// <summary>The response ends incomplete after so many deltas of the text; with 0 there is no text at all.</summary>
    public static ScriptedReply Incomplete(string reason = "max_output_tokens", int afterDeltas = 0) =>
        Ending(EndingKind.Incomplete, reason, "", afterDeltas);

    /// <summary>An <c>error</c> event with code and message at the top, after so many deltas of the text.</summary>
    public static ScriptedReply FlatError(string code, string message, int afterDeltas = 0) =>
        Ending(EndingKind.FlatError, code, message, afterDeltas);

    /// <summary>An <c>error</c> event with an <c>error</c> object, after so many deltas of the text.</summary>
    public static ScriptedReply NestedError(string code, string message, int afterDeltas = 0) =>
        Ending(EndingKind.NestedError, code, message, afterDeltas);

    /// <summary>The headers and lifecycle events come at once, the first content after <paramref name="delay"/>.</summary>
    public static ScriptedReply LateFirstContent(TimeSpan delay) => new() { Pace = new() { FirstContentDelay = delay } };

    /// <summary>Only pings come, and never any content.</summary>
    public static ScriptedReply OnlyPings(PingKind kind, TimeSpan interval) => new()
    {
        Pace = new() { FirstContentDelay = Timeout.InfiniteTimeSpan, PingInterval = interval },
        Stream = new() { Ping = kind },
    };

    /// <summary>The event with this sequence number is not JSON.</summary>
    public static ScriptedReply MalformedEvent(int sequenceNumber) => Framed(new() { MalformedEvent = sequenceNumber });

    /// <summary>An event of unknown type before each of the events with these sequence numbers.</summary>
    public static ScriptedReply UnknownEvents(params int[] before) => Framed(new() { UnknownEventsBefore = before });

    /// <summary>The event with this sequence number comes twice.</summary>
    public static ScriptedReply RepeatedEvent(int sequenceNumber) => Framed(new() { RepeatedEvent = sequenceNumber });

    /// <summary>The event with this sequence number is lost.</summary>
    public static ScriptedReply LostEvent(int sequenceNumber) => Framed(new() { LostEvent = sequenceNumber });

    /// <summary>An event with a line of so many bytes.</summary>
    public static ScriptedReply OversizeLine(int bytes) => Framed(new() { OversizeLineBytes = bytes });

    /// <summary>What compatible servers add to a stream: <c>id:</c> lines, <c>retry:</c> and <c>[DONE]</c>.</summary>
    public static ScriptedReply CompatibleServer() => Framed(new() { EventIds = true, RetryMilliseconds = 10, Done = true });

    private static ScriptedReply Framed(StreamScript stream) => new() { Stream = stream };

    private static ScriptedReply Ending(EndingKind kind, string code, string message, int afterDeltas) => new()
    {
        Answer = new() { Ending = new AnswerEnding(kind) { Code = code, Message = message, AfterDeltas = afterDeltas } },
    };
}
