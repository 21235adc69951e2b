using TypedLlm.FaultTests.Endpoints;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>What the caller saw of one call that is answered with a type.</summary>
/// <param name="Lines">The lines of the receipt, or those that were handed out.</param>
/// <param name="Events">The kinds of the events, partials left out.</param>
/// <param name="Result">What was reported when the answer was whole.</param>
/// <param name="Exception">How the call failed.</param>
internal sealed record TypedReport(IReadOnlyList<ReceiptLine> Lines, IReadOnlyList<string> Events, LlmResult<string>? Result, Exception? Exception)
{
    public LlmException? Failure => Exception as LlmException;

    /// <summary>What is wrong with the answer.</summary>
    public AnswerException? Fault => Exception?.InnerException as AnswerException;

    public IReadOnlyList<LlmAttempt> Attempts => Result?.Attempts ?? Failure?.Attempts ?? [];
}
