namespace TypedLlm.Chains;

/// <summary>What the calls of a method need, and why.</summary>
/// <param name="Needs">What they need.</param>
/// <param name="OriginOf">Where a need comes from, as a clause; asked only for what a model refuses.</param>
internal sealed record MethodNeeds(CallNeeds Needs, Func<Need, string> OriginOf)
{
    /// <summary>
    /// Whether the answer is returned whole. A refusal to stream it is answered by a request that does not, so it is no obstacle.
    /// </summary>
    public bool ReturnsWhole { get; init; }
}
