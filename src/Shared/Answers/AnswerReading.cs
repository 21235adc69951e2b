namespace TypedLlm.TypedAnswers;

/// <summary>What was read from a type: the generator keeps the shape, the analyzers keep the problems.</summary>
/// <param name="Shape">Null if no schema or no reader can be made for the type.</param>
/// <param name="Problems">Violations of rules, in the order in which they were met.</param>
internal sealed record AnswerReading(AnswerShape? Shape, IReadOnlyList<AnswerProblem> Problems);
