namespace TypedLlm.TypedAnswers;

/// <summary>What was made of a whole answer.</summary>
/// <param name="Value">The value; void if there is a fault.</param>
/// <param name="Warnings">What checks did not like and let pass.</param>
/// <param name="Fault">Why there is no value.</param>
internal readonly record struct ParsedAnswer<T>(T Value, IReadOnlyList<LlmFinding> Warnings, AnswerException? Fault = null)
{
    public static ParsedAnswer<T> Refused(AnswerException fault) => new(default!, [], fault);
}
