namespace TypedLlm.Simulator;

/// <summary>An end of a response other than completion.</summary>
/// <param name="Kind">What kind of end.</param>
public sealed record AnswerEnding(EndingKind Kind)
{
    /// <summary>The error code of a failure, or the reason of an incomplete response.</summary>
    public string Code { get; init; } = "server_error";

    /// <summary>The message of a failure.</summary>
    public string Message { get; init; } = "The server had an error while processing your request.";

    /// <summary>How many deltas come first; null: all of them.</summary>
    public int? AfterDeltas { get; init; }
}
