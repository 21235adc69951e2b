namespace TypedLlm;

/// <summary>What made a call, or one attempt of it, fail.</summary>
public enum LlmFailureKind
{
    /// <summary>The key was refused, or may not be used from here (401).</summary>
    Authentication,

    /// <summary>The credential may not do this (403).</summary>
    PermissionDenied,

    /// <summary>The region or country is not served (403).</summary>
    RegionNotSupported,

    /// <summary>The model does not exist for this credential, or has been shut down (404, 410).</summary>
    ModelUnavailable,

    /// <summary>Too many requests or tokens (429).</summary>
    RateLimited,

    /// <summary>The account's quota or budget is used up (429 insufficient_quota, 402).</summary>
    QuotaExceeded,

    /// <summary>The service failed (500, 502, 504, 408, 409).</summary>
    ServerError,

    /// <summary>The service is overloaded (503, 529).</summary>
    Overloaded,

    /// <summary>No connection: name not found, refused, reset before an answer, or TLS failed.</summary>
    ConnectionFailed,

    /// <summary>The request was sent and no answer began in time.</summary>
    NoResponse,

    /// <summary>The stream began, but no content came in time.</summary>
    FirstContentTimeout,

    /// <summary>The stream fell silent.</summary>
    StreamStalled,

    /// <summary>The stream ended without the service's terminal event.</summary>
    StreamTruncated,

    /// <summary>The reply is not what the service documents, or too large.</summary>
    BadProviderReply,

    /// <summary>The output limit cut the answer.</summary>
    OutputTruncated,

    /// <summary>A content filter stopped prompt or answer.</summary>
    ContentFiltered,

    /// <summary>The model refused to answer.</summary>
    Refusal,

    /// <summary>The answer is not of the type that was asked for, also after the model was told what is wrong.</summary>
    InvalidAnswer,

    /// <summary>The prompt does not fit the context window of any model of the chain.</summary>
    ContextLengthExceeded,

    /// <summary>The service refused the request as invalid (400, 422).</summary>
    InvalidRequest,

    /// <summary>The request is too large (413, or more tokens than the rate limit ever allows).</summary>
    RequestTooLarge,

    /// <summary>The deadline of the call passed.</summary>
    DeadlineExceeded,

    /// <summary>No model of the chain may be asked now; the attempts say why, each.</summary>
    NoEligibleModel,

    /// <summary>A name of the chain is in no catalog.</summary>
    UnknownModel,

    /// <summary>A model's provider has no settings, or a setting of the endpoint cannot work.</summary>
    Configuration,
}
