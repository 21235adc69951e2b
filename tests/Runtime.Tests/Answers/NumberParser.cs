using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>An answer that has to be a number.</summary>
internal sealed class NumberParser : IAnswerParser<int>
{
    public const string Fault = "at $ a number was expected, but text was found";

    public AnswerFormat? Format => null;

    public bool TryParse(ResponseSnapshot response, out int value, [NotNullWhen(false)] out string? fault)
    {
        fault = int.TryParse(response.Text, CultureInfo.InvariantCulture, out value) ? null : Fault;
        return fault is null;
    }
}
