using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Text is what it is.</summary>
internal sealed class AnswerText : IAnswerParser<string>
{
    public static AnswerText Instance { get; } = new();

    public AnswerFormat? Format => null;

    public ParsedAnswer<string> Parse(ResponseSnapshot response) => new(response.Text, []);
}
