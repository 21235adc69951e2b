namespace TypedLlm.Resilience;

/// <summary>Where an attempt broke.</summary>
internal enum FailureSource
{
    /// <summary>The key could not be got, so nothing was sent.</summary>
    Credential,

    /// <summary>The request is larger than any service takes, so it was not sent.</summary>
    TooLarge,

    /// <summary>No connection, so the request was certainly not processed: name, refusal, TLS.</summary>
    Connect,

    /// <summary>The connection was lost after the request was sent and before headers came.</summary>
    ConnectionLost,

    /// <summary>Headers did not come in time.</summary>
    NoHeaders,

    /// <summary>The service answered with a status that is not success.</summary>
    Status,

    /// <summary>An error event, or a response that ended as failed or incomplete.</summary>
    InBand,

    /// <summary>No content came in time.</summary>
    NoContent,

    /// <summary>The stream fell silent after content.</summary>
    Stalled,

    /// <summary>The stream ended without a terminal event.</summary>
    Truncated,

    /// <summary>A whole answer that is not of the type that was asked for.</summary>
    InvalidAnswer,

    /// <summary>A success that cannot be read: not JSON, not an event stream, beyond a size limit, redirected.</summary>
    BadReply,
}
