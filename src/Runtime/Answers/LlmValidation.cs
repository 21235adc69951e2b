using TypedLlm.TypedAnswers;

namespace TypedLlm;

/// <summary>Takes what a check finds wrong with a value. What it says is told to the model, and never logged.</summary>
/// <remarks>Of one value so many findings are kept that a model can act on them; the others come up when those are repaired.</remarks>
public sealed class LlmValidation
{
    private List<LlmFinding>? _errors;
    private List<LlmFinding>? _warnings;

    /// <summary>What makes the answer unusable, with the paths that the check gave.</summary>
    public IReadOnlyList<LlmFinding> Errors => _errors ?? [];

    /// <summary>What is returned with the answer, with the paths that the check gave.</summary>
    public IReadOnlyList<LlmFinding> Warnings => _warnings ?? [];

    /// <summary>The value cannot be used: the model is told so and asked again, and then the next model.</summary>
    /// <param name="path">The member, as <c>nameof</c> writes it, or a place below it: <c>Lines[2].total</c>. Empty for the value itself.</param>
    /// <param name="message">What is wrong, for the model. It may quote the value.</param>
    public void Error(string path, string message) => Add(ref _errors, path, message);

    /// <summary>The value can be used, and <see cref="LlmResult{T}.Warnings"/> has the finding.</summary>
    /// <param name="path">The member, as <c>nameof</c> writes it, or a place below it: <c>Lines[2].total</c>. Empty for the value itself.</param>
    /// <param name="message">What is doubtful. It may quote the value.</param>
    public void Warn(string path, string message) => Add(ref _warnings, path, message);

    private static void Add(ref List<LlmFinding>? findings, string path, string message)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        findings ??= [];
        if (findings.Count < AnswerLimits.Findings)
        {
            findings.Add(new LlmFinding(path, message));
        }
    }
}
