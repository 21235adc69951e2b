namespace TypedLlm.Simulator;

/// <summary>What became of a line: an HTTP answer, as if it had been a call of its own.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Body">The JSON of the answer.</param>
internal sealed record BatchLineResult(int Status, byte[] Body)
{
    public Answer? Answer { get; init; }

    /// <summary>The line counts as completed, whatever its body says.</summary>
    public bool IsCompleted => Status is StatusCodes.Status200OK;
}
