namespace TypedLlm.Chains;

/// <summary>Whether a model serves the needs of an endpoint, from best to worst.</summary>
internal enum NeedsFit
{
    Covers,

    /// <summary>The catalog lacks a fact that decides.</summary>
    Unknown,

    /// <summary>The model answers, but is asked in a way that is less sure.</summary>
    Weakens,

    Refuses,
}
