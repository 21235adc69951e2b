using System.Diagnostics.CodeAnalysis;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Text is what it is.</summary>
internal sealed class AnswerText : IAnswerParser<string>
{
    public static AnswerText Instance { get; } = new();

    public AnswerFormat? Format => null;

    public bool TryParse(ResponseSnapshot response, out string value, [NotNullWhen(false)] out string? fault)
    {
        value = response.Text;
        fault = null;
        return true;
    }
}
