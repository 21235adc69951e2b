using System.Diagnostics.CodeAnalysis;
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
    /// <param name="value">The value.</param>
    /// <param name="fault">What is wrong and where, as a clause without content of the answer.</param>
    bool TryParse(ResponseSnapshot response, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? fault);
}
