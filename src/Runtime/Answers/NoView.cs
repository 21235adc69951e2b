namespace TypedLlm.TypedAnswers;

/// <summary>Shows nothing before the end: a single value in the object around it has no part that means something.</summary>
internal sealed class NoView<T> : IAnswerView<T>
{
    public LlmEvent<T>? Append(string text) => null;

    public void Clear()
    {
    }

    public void Dispose()
    {
    }
}
