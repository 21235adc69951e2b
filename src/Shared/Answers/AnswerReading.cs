namespace TypedLlm.TypedAnswers;

/// <summary>What was read from a type: the generator keeps the shape, the analyzers keep the problems.</summary>
/// <param name="Shape">Null if no schema or no reader can be made for the type.</param>
/// <param name="Problems">Violations of rules, in the order in which they were met.</param>
internal sealed record AnswerReading(AnswerShape? Shape, IReadOnlyList<AnswerProblem> Problems)
{
    /// <summary>The first problem that keeps a shape from being made. There may be no shape without one: what does not compile is the compiler's to report.</summary>
    public AnswerProblem? Obstacle
    {
        get
        {
            foreach (var problem in Problems)
            {
                if (problem.IsBreaking)
                {
                    return problem;
                }
            }

            return null;
        }
    }
}
