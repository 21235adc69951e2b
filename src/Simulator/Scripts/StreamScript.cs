namespace TypedLlm.Simulator;

/// <summary>
/// How a stream of events is framed and numbered. Events are named by the sequence number they have when nothing is
/// scripted; the first is 0.
/// </summary>
/// <remarks>
/// All of it counts on streams of <c>POST /v1/responses</c> that do not run in the background. Streams of background runs have their
/// framing (line ends, comments, ids, <c>retry:</c>, the mark, lines) and no pings, repeated, lost or inserted events; streams of
/// chats have nothing of it.
/// </remarks>
public sealed record StreamScript
{
    /// <summary>What ends a line.</summary>
    public LineEnd LineEnd { get; init; }

    /// <summary>Spreads the JSON of each event over several <c>data:</c> lines.</summary>
    public bool MultiLineData { get; init; }

    /// <summary>A comment line before each event.</summary>
    public bool Comments { get; init; }

    /// <summary>An <c>id:</c> line in each event, as some compatible servers send.</summary>
    public bool EventIds { get; init; }

    /// <summary>A <c>retry:</c> line with so many milliseconds at the start.</summary>
    public int? RetryMilliseconds { get; init; }

    /// <summary><c>data: [DONE]</c> at the end, as some compatible servers send.</summary>
    public bool Done { get; init; }

    /// <summary>A byte order mark at the start.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Before each of these events comes one of a type that no client knows.</summary>
    public IReadOnlyList<int> UnknownEventsBefore { get; init; } = [];

    /// <summary>An event whose JSON is cut in the middle.</summary>
    public int? MalformedEvent { get; init; }

    /// <summary>An event that is sent twice with one number.</summary>
    public int? RepeatedEvent { get; init; }

    /// <summary>An event that is lost: the next has the number after it.</summary>
    public int? LostEvent { get; init; }

    /// <summary>From this event on, numbers are one too high; no event is lost.</summary>
    public int? SkippedNumberAt { get; init; }

    /// <summary>An event of unknown type with a line of so many bytes, before the first content.</summary>
    public int? OversizeLineBytes { get; init; }

    /// <summary>What is sent while a client waits for content; see <see cref="PaceScript.PingInterval"/>.</summary>
    public PingKind Ping { get; init; }
}
