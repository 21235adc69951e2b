namespace TypedLlm.Resilience;

/// <summary>Whether the same request may be sent once more to the same target.</summary>
internal enum Repeat
{
    Never,

    /// <summary>Without delay: the request was not processed.</summary>
    AtOnce,

    /// <summary>After what the service asked for, or after a backoff.</summary>
    AfterDelay,

    /// <summary>After a backoff, and only when the chain has no other target left.</summary>
    WhenLast,

    /// <summary>Once and without delay, with the answer and what is wrong with it.</summary>
    Corrected,

    /// <summary>Without delay, and with less demanded of the service about the form of the answer.</summary>
    AsWeakerDemand,

    /// <summary>Without delay, and with this schema in the prompt alone: the service takes others.</summary>
    WithoutSchema,

    /// <summary>Without delay and without streaming, which this credential may not.</summary>
    AsUnary,
}
