using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>A violation of a rule about types of answers, for the analyzers to report.</summary>
/// <param name="Id">The rule, one of <see cref="DiagnosticIds"/>.</param>
/// <param name="Location">The exact token; null where the source has none, and the place that asked for the type stands for it.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record AnswerProblem(string Id, Location? Location, string[] Arguments)
{
    /// <summary>Where a fix has something to do.</summary>
    public IReadOnlyList<Location> Others { get; init; } = [];

    /// <summary>Whether it keeps a shape from being made.</summary>
    public bool IsBreaking { get; init; }
}
