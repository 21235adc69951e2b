using System.Globalization;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>An answer that has to be a number.</summary>
internal sealed class NumberParser : IAnswerParser<int>
{
    public const string Fault = "it has text at $; expected is a number";

    public AnswerFormat? Format => null;

    public ParsedAnswer<int> Parse(ResponseSnapshot response) => int.TryParse(response.Text, CultureInfo.InvariantCulture, out var value)
        ? new ParsedAnswer<int>(value, [])
        : ParsedAnswer<int>.Refused(new AnswerException("$", "a number", "text"));
}
