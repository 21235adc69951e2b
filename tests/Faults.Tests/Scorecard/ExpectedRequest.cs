namespace TypedLlm.FaultTests.Scorecard;

/// <summary>A request as the simulator must have logged it, and its line in the ledger.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Failure">What became of it; null: it answered.</param>
internal sealed record ExpectedRequest(string Model, LlmFailureKind? Failure = null)
{
    /// <summary>The least time since the request before, on the driven clock.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The most time since the request before; the least by default.</summary>
    public TimeSpan NoLaterThan { get => field == default ? After : field; init; }
}
