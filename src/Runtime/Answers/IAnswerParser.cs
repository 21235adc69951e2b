using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Makes a value of a whole answer.</summary>
/// <typeparam name="T">The type that was asked for.</typeparam>
internal interface IAnswerParser<T>
{
    /// <summary>What is asked for; null for text.</summary>
    AnswerFormat? Format { get; }

    /// <param name="response">The answer.</param>
    ParsedAnswer<T> Parse(ResponseSnapshot response);
}
