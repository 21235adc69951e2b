using TypedLlm.CompilerServices;

namespace TypedLlm.Runtime.Tests.Fakes;

internal readonly record struct TestPrompt(string Question) : IPrompt
{
    public void Write(PromptWriter writer)
    {
        writer.BeginUserMessage();
        writer.Text(Question);
    }
}
