using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>Shows an answer as a view that grows.</summary>
internal sealed class PartialView<T>(AnswerFormat<T> format) : IAnswerView<T>
{
    private readonly PartialDocument _document = new(AnswerLimits.Bytes);
    private LlmEvent<T>.Partial? _view;

    // The view is live, so one is enough for the whole answer.
    public LlmEvent<T>? Append(string text)
    {
        _document.Append(text);
        return _view ??= _document.HasRoot && format.View(new PartialValue(_document, 0)) is { } view ? new LlmEvent<T>.Partial(view) : null;
    }

    public void Clear()
    {
        _document.Clear();
        _view = null;
    }

    public void Dispose() => _document.Dispose();
}
