using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>Shows an answer as a view that grows; text, where its type has no such view.</summary>
internal sealed class PartialView<T>(AnswerFormat<T> format) : IAnswerView<T>
{
    private readonly PartialDocument _document = new(AnswerLimits.Bytes);
    private LlmEvent<T>.Partial? _view;

    public LlmEvent<T> Append(string text)
    {
        _document.Append(text);

        // The view is live, so one is enough for the whole answer. Before its root there is nothing to see.
        _view ??= _document.HasRoot && format.View(new PartialValue(_document, 0)) is { } view ? new LlmEvent<T>.Partial(view) : null;
        return _view is null ? new LlmEvent<T>.Delta(text) : _view;
    }

    public void Clear()
    {
        _document.Clear();
        _view = null;
    }

    public void Dispose() => _document.Dispose();
}
