namespace TypedLlm.Simulator;

/// <summary>An HTTP answer that does not come from a model.</summary>
/// <param name="Status">The status code.</param>
public sealed record HttpReply(int Status)
{
    /// <summary>The body as text; empty by default.</summary>
    public string Body { get; init; } = "";

    /// <summary>The content type; <c>application/json</c> by default.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Further headers, for example <c>retry-after</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Sends <c>Retry-After</c> as a date, this long after the answer's moment on the simulator's clock.</summary>
    public TimeSpan? RetryAfterDate { get; init; }

    /// <summary>Bytes of white space after the body: an answer of any size.</summary>
    public long FillerBytes { get; init; }

    /// <summary>Compresses the body, so that few bytes on the wire become many in memory.</summary>
    public bool Gzip { get; init; }
}
