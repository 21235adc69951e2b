namespace TypedLlm.Simulator;

/// <summary>
/// How a batch goes on after it was created; scripted for <c>POST /v1/batches</c>. Durations are on the simulator's clock;
/// <see cref="Timeout.InfiniteTimeSpan"/> is for ever. Lines are worked off evenly over the time of the run, and a batch that has
/// not ended 24 hours after its creation expires.
/// </summary>
public sealed record BatchScript
{
    /// <summary>How long it is <c>validating</c>; null follows <see cref="SimulatorOptions.BatchValidationTime"/>.</summary>
    public TimeSpan? ValidatesFor { get; init; }

    /// <summary>How long it is <c>in_progress</c>; null follows <see cref="SimulatorOptions.BatchRunTime"/>.</summary>
    public TimeSpan? RunsFor { get; init; }

    /// <summary>How long it is <c>finalizing</c>; null follows <see cref="SimulatorOptions.BatchFinalizingTime"/>.</summary>
    public TimeSpan? FinalizesFor { get; init; }

    /// <summary>How long it is <c>cancelling</c>; null follows <see cref="SimulatorOptions.BatchCancellingTime"/>.</summary>
    public TimeSpan? CancelsFor { get; init; }

    /// <summary>Fails the validation; null leaves that to the lines.</summary>
    public BatchError? Failure { get; init; }

    /// <summary>What is scripted for each line that <see cref="Lines"/> does not name; null: nothing. Connections and paces have no meaning there.</summary>
    public ScriptedReply? EveryLine { get; init; }

    /// <summary>What is scripted for single lines, by <c>custom_id</c>.</summary>
    public IReadOnlyDictionary<string, ScriptedReply> Lines { get; init; } = new Dictionary<string, ScriptedReply>();

    /// <summary>Lines, by <c>custom_id</c>, whose result comes twice.</summary>
    public IReadOnlyList<string> RepeatedLines { get; init; } = [];

    /// <summary>Lines, by <c>custom_id</c>, whose result does not name them.</summary>
    public IReadOnlyList<string> NamelessLines { get; init; } = [];
}
