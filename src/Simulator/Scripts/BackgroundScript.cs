namespace TypedLlm.Simulator;

/// <summary>
/// How a background run goes on after it was created. Durations are on the simulator's clock; <see cref="Timeout.InfiniteTimeSpan"/>
/// is for ever. How it ends is the answer's: <see cref="AnswerScript.Ending"/>.
/// </summary>
public sealed record BackgroundScript
{
    /// <summary>How long it stays <c>queued</c>; null follows <see cref="SimulatorOptions.BackgroundQueueTime"/>.</summary>
    public TimeSpan? QueuedFor { get; init; }

    /// <summary>How long it is <c>in_progress</c> after that; null follows <see cref="SimulatorOptions.BackgroundRunTime"/>.</summary>
    public TimeSpan? RunsFor { get; init; }

    /// <summary>How long after its creation the service answers 404 for it.</summary>
    public TimeSpan MissingFor { get; init; }

    /// <summary>It ends in the moment in which it is cancelled, so that the cancellation comes too late.</summary>
    public bool EndsWhenCancelled { get; init; }

    /// <summary>The event that ends the stream of a cancelled run; null ends it without one.</summary>
    public string? CancelledEvent { get; init; } = "response.failed";
}
