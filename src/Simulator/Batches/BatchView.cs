namespace TypedLlm.Simulator;

/// <summary>A batch as it is at one moment: whoever writes it asks neither the clock nor the batch a second time.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Now">The moment.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CancellingAt">When it was cancelled; null if it was not.</param>
internal sealed record BatchView(SimulatedBatch Batch, DateTimeOffset Now, BatchStatus Status, DateTimeOffset? CancellingAt)
{
    /// <summary>What a batch that has ended left behind.</summary>
    public BatchOutcome? Outcome { get; init; }

    public DateTimeOffset? CancelledAt => Batch.CancelledAt(CancellingAt);

    public bool IsValidated => Reached(Batch.Times.ValidatedAt);

    public bool RanToEnd => !Batch.Times.Expires && Reached(Batch.Times.RunEndsAt);

    public BatchTally Tally => Outcome?.Tally ?? Batch.TallyAt(Now, CancellingAt);

    private bool Reached(DateTimeOffset moment) => Now >= moment && Batch.Errors.Count == 0 && (CancellingAt is null || CancellingAt >= moment);
}
