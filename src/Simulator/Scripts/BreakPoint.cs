namespace TypedLlm.Simulator;

/// <summary>A place in an answer.</summary>
public enum BreakPoint
{
    /// <summary>The request was read, nothing was sent.</summary>
    BeforeHeaders,

    /// <summary>Half of the header block was sent.</summary>
    InHeaders,

    /// <summary>The headers were sent, nothing of the body.</summary>
    AfterHeaders,

    /// <summary>So many bytes of the body were sent.</summary>
    AfterBytes,

    /// <summary>So many events were sent; an answer that is no stream breaks in the middle of its body.</summary>
    AfterEvents,

    /// <summary>So many deltas of the text were sent; an answer that is no stream breaks in the middle of its body.</summary>
    AfterDeltas,
}
