namespace TypedLlm.Resilience;

/// <summary>Says that a target was not asked, because it is known to be unwell. Never reaches a caller.</summary>
internal sealed class TargetRefusedException(Blockage? refusal) : Exception("The target is left alone for now.")
{
    /// <summary>Null if the circuit closed in the same moment.</summary>
    public Blockage? Refusal { get; } = refusal;
}
