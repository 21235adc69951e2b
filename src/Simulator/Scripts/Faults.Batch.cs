namespace TypedLlm.Simulator;

public static partial class Faults
{
    /// <summary>A batch fails its validation with <paramref name="code"/>.</summary>
    public static ScriptedReply BatchFails(string code, string message) => Batch(new() { Failure = new BatchError(code, message) });

    /// <summary>A batch fails its validation because too many tokens wait in the queue of <paramref name="model"/>.</summary>
    public static ScriptedReply BatchQueueFull(string model, int limit = 900_000) => Batch(new() { Failure = BatchErrors.QueueFull(model, limit) });

    /// <summary>A batch is <c>in_progress</c> until it expires, without a single line done.</summary>
    public static ScriptedReply BatchExpires() => Batch(new() { RunsFor = Timeout.InfiniteTimeSpan });

    /// <summary>A batch never leaves <c>validating</c>.</summary>
    public static ScriptedReply BatchStuckInValidation() => Batch(new() { ValidatesFor = Timeout.InfiniteTimeSpan });

    /// <summary>A batch that is cancelled is <c>cancelling</c> so long.</summary>
    public static ScriptedReply BatchCancelsFor(TimeSpan duration) => Batch(new() { CancelsFor = duration });

    /// <summary>Each line of a batch is answered as <paramref name="reply"/> says, for example with the error of an account.</summary>
    public static ScriptedReply BatchLines(ScriptedReply reply) => Batch(new() { EveryLine = reply });

    private static ScriptedReply Batch(BatchScript script) => new() { Batch = script };
}
