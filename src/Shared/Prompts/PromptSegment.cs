using TypedLlm.TypedAnswers;

namespace TypedLlm.Prompts;

/// <summary>A piece of a prompt in the order of the template. Neighbouring literals are one.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Content">The text of a literal, not escaped; otherwise the C# expression over the method's parameters.</param>
internal sealed record PromptSegment(PromptSegmentKind Kind, string Content)
{
    /// <summary>The names that the template says for the value, without its format; empty for a literal.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>The format of a formattable value.</summary>
    public string? Format { get; init; }

    /// <summary>The shape of a value that is written as JSON.</summary>
    public AnswerShape? Json { get; init; }

    /// <summary>Whether the expression may be null where the writer takes no null.</summary>
    public bool NeedsNullTest { get; init; }
}
