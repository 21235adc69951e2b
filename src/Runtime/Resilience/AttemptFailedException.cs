namespace TypedLlm.Resilience;

/// <summary>Carries a <see cref="Failure"/> from the wire to whoever classifies it. Never reaches a caller.</summary>
internal sealed class AttemptFailedException(Failure failure) : Exception("The attempt failed.", failure.Exception)
{
    public Failure Failure { get; } = failure;
}
