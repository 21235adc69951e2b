namespace TypedLlm.TypedAnswers;

/// <summary>Shows text as it comes.</summary>
internal sealed class DeltaView<T> : IAnswerView<T>
{
    public LlmEvent<T>? Append(string text) => new LlmEvent<T>.Delta(text);

    public void Clear()
    {
    }

    public void Dispose()
    {
    }
}
