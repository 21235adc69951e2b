namespace TypedLlm.TypedAnswers;

/// <summary>Makes events of the text of an answer that is arriving.</summary>
/// <typeparam name="T">The type of the whole answer.</typeparam>
internal interface IAnswerView<T> : IDisposable
{
    /// <summary>What more text is shown as; null while there is nothing to show, such as prose before an answer.</summary>
    LlmEvent<T>? Append(string text);

    /// <summary>Begins anew.</summary>
    void Clear();
}
