namespace TypedLlm.Resilience;

/// <summary>How a circuit answered a request to pass.</summary>
internal enum Passage
{
    Refused,

    Granted,

    /// <summary>Granted to this request alone, to find out whether the others may follow.</summary>
    GrantedAsProbe,
}
