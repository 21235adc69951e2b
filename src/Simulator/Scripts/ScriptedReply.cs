namespace TypedLlm.Simulator;

/// <summary>
/// How the simulator treats one request. Everything left out behaves as the service does on a good day.
/// <see cref="Faults"/> and <see cref="Answers"/> build the usual ones; combine them with <c>with</c>.
/// </summary>
public sealed record ScriptedReply
{
    /// <summary>The reply of a good day.</summary>
    public static ScriptedReply Normal { get; } = new();

    /// <summary>A whole HTTP answer in place of the model's: errors, proxies' pages, redirects. The request is not validated.</summary>
    public HttpReply? Http { get; init; }

    /// <summary>What the model says and how the response ends.</summary>
    public AnswerScript Answer { get; init; } = new();

    /// <summary>How the events of a stream are framed and numbered.</summary>
    public StreamScript Stream { get; init; } = new();

    /// <summary>When the parts of the answer are sent, on the simulator's clock.</summary>
    public PaceScript Pace { get; init; } = new();

    /// <summary>Where the connection breaks; null: it does not.</summary>
    public BreakScript? Break { get; init; }

    /// <summary>How a background run goes on after it was created.</summary>
    public BackgroundScript Background { get; init; } = new();

    /// <summary>How a batch goes on after it was created.</summary>
    public BatchScript Batch { get; init; } = new();

    /// <summary>What becomes of an uploaded file; null: it is processed.</summary>
    public FileScript? File { get; init; }

    /// <summary>Refuses a request whose last message is the assistant's: the model does not go on from words put into its mouth.</summary>
    public bool RejectsPrefill { get; init; }

    /// <summary>Nothing of an answer is seen, so there is no point in judging the request.</summary>
    internal bool BreaksBeforeAnswer => Break is { At: BreakPoint.BeforeHeaders or BreakPoint.InHeaders };

    /// <summary>Kestrel cannot do this; the reply is written on the socket itself.</summary>
    internal bool IsBelowHttp => Break is not null || Pace.HeaderByteDelay is not null || Pace.BytesPerPacket is not null;

    /// <summary>The reply for an answer that is one body: breaks that count events happen in its middle.</summary>
    internal ScriptedReply ForBodyOf(int bytes) => Break is { At: BreakPoint.AfterEvents or BreakPoint.AfterDeltas }
        ? this with { Break = Break with { At = BreakPoint.AfterBytes, Count = bytes / 2 } }
        : this;
}
