namespace TypedLlm;

/// <summary>How far a member of a partial answer has come.</summary>
public enum PartialState
{
    /// <summary>Nothing of it has arrived.</summary>
    Pending,

    /// <summary>It has begun and is not whole.</summary>
    Growing,

    /// <summary>It is whole and does not change any more.</summary>
    Done,
}
