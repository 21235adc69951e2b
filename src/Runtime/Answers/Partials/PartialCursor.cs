namespace TypedLlm.TypedAnswers;

/// <summary>Where the readers of a list are, so that neither counting its elements nor walking them by index begins at the first one each time.</summary>
internal struct PartialCursor
{
    /// <summary>The element that was asked for last by its index; 0 if none was.</summary>
    public int Node;

    /// <summary>Its index.</summary>
    public int Index;

    /// <summary>The last of the elements that were found valid, from the first one on; 0 if none was.</summary>
    public int Valid;

    /// <summary>How many these are.</summary>
    public int ValidCount;
}
