namespace TypedLlm.Endpoints;

/// <summary>What a parameter is for.</summary>
internal enum ParameterRole
{
    /// <summary>Data for the prompt.</summary>
    Value,

    /// <summary>Settings of the call.</summary>
    Options,

    /// <summary>The caller's token.</summary>
    CancellationToken,
}
