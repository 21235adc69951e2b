using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the elements of an answer that is arriving.</summary>
/// <param name="format">What is asked for.</param>
/// <param name="validators">What the application checks elements with; null if with nothing.</param>
internal sealed class ElementReader<T>(ElementFormat<T> format, AnswerValidators<T>? validators = null) : IDisposable
{
    private readonly PartialDocument _document = new(AnswerLimits.Bytes);
    private PartialValue _last;
    private bool _isInvalid;

    public void Append(string text) => _document.Append(text);

    /// <summary>The next element, if it is whole and valid. After one that is not valid there is none.</summary>
    public bool TryTake(out T element)
    {
        element = default!;
        if (_isInvalid || !_document.HasRoot || _document.IsBroken)
        {
            return false;
        }

        var next = _last.State == PartialState.Pending ? First() : _last.Next();
        if (!next.TryGetJson(out var json))
        {
            return false;
        }

        _isInvalid = !format.TryReadElement(json, out element) || validators?.Accept(element, format.Schema) == false;
        _last = next;
        return !_isInvalid;
    }

    public void Clear()
    {
        _document.Clear();
        _last = default;
        _isInvalid = false;
    }

    public void Dispose() => _document.Dispose();

    private PartialValue First()
    {
        // A list among words may be no more than one of their brackets; the whole answer tells.
        var root = new PartialValue(_document, 0);
        var list = format.List(root);
        return list == root && _document.IsAmongWords ? default : list.First();
    }
}
