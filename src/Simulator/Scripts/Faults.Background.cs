namespace TypedLlm.Simulator;

public static partial class Faults
{
    /// <summary>A background run never leaves <c>queued</c>.</summary>
    public static ScriptedReply StuckInQueue() => QueuedFor(Timeout.InfiniteTimeSpan);

    /// <summary>A background run is <c>queued</c> so long.</summary>
    public static ScriptedReply QueuedFor(TimeSpan duration) => Background(new() { QueuedFor = duration });

    /// <summary>A background run is <c>in_progress</c> without end.</summary>
    public static ScriptedReply NeverEnds() => Background(new() { RunsFor = Timeout.InfiniteTimeSpan });

    /// <summary>A background run answers 404 so long after its creation.</summary>
    public static ScriptedReply MissingAfterCreation(TimeSpan duration) => Background(new() { MissingFor = duration });

    /// <summary>A background run ends in the moment in which it is cancelled.</summary>
    public static ScriptedReply EndsWhenCancelled() =>
        Background(new() { QueuedFor = TimeSpan.Zero, RunsFor = Timeout.InfiniteTimeSpan, EndsWhenCancelled = true });

    private static ScriptedReply Background(BackgroundScript script) => new() { Background = script };
}
