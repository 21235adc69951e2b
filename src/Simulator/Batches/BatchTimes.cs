namespace TypedLlm.Simulator;

/// <summary>The moments of a batch that nobody cancels.</summary>
internal sealed record BatchTimes(DateTimeOffset CreatedAt, DateTimeOffset ValidatedAt, DateTimeOffset RunEndsAt, DateTimeOffset CompletesAt)
{
    public required TimeSpan CancellingTime { get; init; }

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How long after the end of its window a batch is seen to have expired.</summary>
    private static readonly TimeSpan ExpiryDelay = TimeSpan.FromSeconds(610);

    public DateTimeOffset ExpiresAt => CreatedAt + Window;

    public DateTimeOffset ExpiredAt => ExpiresAt + ExpiryDelay;

    public bool Expires => RunEndsAt > ExpiresAt && ValidatedAt != SimulatedTime.Never;

    public static BatchTimes From(DateTimeOffset createdAt, BatchScript script, SimulatorOptions options)
    {
        var validatedAt = SimulatedTime.Add(createdAt, script.ValidatesFor ?? options.BatchValidationTime);
        var runEndsAt = SimulatedTime.Add(validatedAt, script.RunsFor ?? options.BatchRunTime);
        return new(createdAt, validatedAt, runEndsAt, SimulatedTime.Add(runEndsAt, script.FinalizesFor ?? options.BatchFinalizingTime))
        {
            CancellingTime = script.CancelsFor ?? options.BatchCancellingTime,
        };
    }
}
