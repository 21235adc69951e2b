namespace TypedLlm.FaultTests.Scenes;

/// <summary>What the caller saw of one call.</summary>
/// <param name="Text">The text, of which a restart makes all before it void.</param>
/// <param name="Parts">How many pieces the text came in, those before a restart included.</param>
/// <param name="Result">What was reported when the answer was whole.</param>
/// <param name="Exception">How the call failed.</param>
internal sealed record CallReport(string Text, int Parts, LlmResult<string>? Result, Exception? Exception)
{
    /// <summary>The items of an event stream.</summary>
    public IReadOnlyList<LlmEvent<string>> Events { get; init; } = [];

    public LlmException? Failure => Exception as LlmException;

    /// <summary>The ledger, wherever the form of the call carries it.</summary>
    public IReadOnlyList<LlmAttempt> Attempts => Result?.Attempts ?? Failure?.Attempts ?? [];
}
