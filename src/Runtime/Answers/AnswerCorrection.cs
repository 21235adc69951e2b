namespace TypedLlm.TypedAnswers;

/// <summary>What a model is told that gave a wrong answer.</summary>
/// <param name="Answer">The answer it gave.</param>
/// <param name="Fault">What is wrong and where, as clauses.</param>
internal sealed record AnswerCorrection(string Answer, string Fault);
