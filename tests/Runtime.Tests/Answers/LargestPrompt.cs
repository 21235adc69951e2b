using TypedLlm.CompilerServices;
using TypedLlm.Prompts;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>A prompt that fits into a request just so.</summary>
internal readonly record struct LargestPrompt : IPrompt
{
    private const int Rest = 400;

    public void Write(PromptWriter writer)
    {
        writer.BeginUserMessage();
        var literal = new byte[RequestBody.MaxBytes - Rest];
        Array.Fill(literal, (byte)'x');
        writer.Literal(literal);
    }
}
