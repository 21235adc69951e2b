namespace TypedLlm.Simulator;

/// <summary>What the validation made of an input file. With a single error, no line is run.</summary>
internal sealed record BatchInput(IReadOnlyList<BatchLine> Lines, IReadOnlyList<BatchError> Errors)
{
    public static BatchInput Refused(BatchError error) => new([], [error]);

    /// <summary>The prompt tokens that it puts into the queue, roughly: the tokens of its requests as they are written.</summary>
    public int Tokens { get; init; }
}
