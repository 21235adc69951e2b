namespace TypedLlm.Chains;

/// <summary>What the calls of a method need, and why.</summary>
/// <param name="Needs">What they need.</param>
/// <param name="OriginOf">Where a need comes from, as a clause; asked only for what a model refuses.</param>
internal sealed record MethodNeeds(CallNeeds Needs, Func<Need, string> OriginOf);
