namespace TypedLlm.Resilience;

/// <summary>What a failure takes down with it: a target that shares it would only fail again.</summary>
internal enum FailureDomain
{
    /// <summary>This request alone.</summary>
    Request,

    /// <summary>The model under this credential, with its quota.</summary>
    Model,

    /// <summary>The key and the account that it belongs to.</summary>
    Credential,

    /// <summary>The host, or the region that it is asked from.</summary>
    Host,
}
