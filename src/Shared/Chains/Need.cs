namespace TypedLlm.Chains;

/// <summary>What a call may need of a model.</summary>
internal enum Need
{
    /// <summary>The kind of endpoint that the call goes to.</summary>
    Endpoint,

    Streaming,

    /// <summary>An answer that follows a strict schema.</summary>
    Structured,

    Image,
    Pdf,
    Tools,
    Background,
    Batch,
    MaxOutputTokens,
    Effort,
    Temperature,
    ServiceTier,
}
