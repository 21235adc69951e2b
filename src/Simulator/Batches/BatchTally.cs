namespace TypedLlm.Simulator;

/// <summary>How many lines of a batch are done, and the tokens that they took.</summary>
internal sealed record BatchTally(int Completed, int Failed, long InputTokens, long OutputTokens, long ReasoningTokens)
{
    public static BatchTally Of(IReadOnlyList<(BatchLine Line, BatchLineResult Result)> done)
    {
        var completed = done.Count(line => line.Result.IsCompleted);
        return new(
            completed,
            done.Count - completed,
            done.Sum(line => (long)line.Result.InputTokens),
            done.Sum(line => (long)line.Result.OutputTokens),
            done.Sum(line => (long)line.Result.ReasoningTokens));
    }
}
