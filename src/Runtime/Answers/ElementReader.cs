using TypedLlm.CompilerServices;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the elements of an answer that is arriving.</summary>
/// <param name="format">What is asked for.</param>
/// <param name="validators">What the application checks elements with; null if with nothing.</param>
internal sealed class ElementReader<T>(ElementFormat<T> format, AnswerValidators<T>? validators = null) : IDisposable
{
    private readonly PartialDocument _document = new(AnswerLimits.Bytes);
    private PartialValue _last;
    private int _taken;
    private long _keyComparisons;
    private bool _isInvalid;

    public void Append(string text) => _document.Append(text);

    /// <summary>The next element, if it is whole and valid. After one that is not valid there is none.</summary>
    /// <exception cref="AnswerException">A check threw.</exception>
    public bool TryTake(out T element)
    {
        element = default!;
        if (_isInvalid || !_document.HasRoot || _document.IsBroken)
        {
            return false;
        }

        var next = _last.State == PartialState.Pending ? format.List(new PartialValue(_document, 0)).First() : _last.Next();
        if (!next.TryGetJson(out var json))
        {
            return false;
        }

        try
        {
            _isInvalid = !format.TryReadElement(json, ref _keyComparisons, out element) || validators?.Accept(element, format.Schema) == false;
        }
        catch (AnswerException fault)
        {
            _isInvalid = true;
            throw fault.Inside($"{format.Place}[{_taken}]");
        }

        _last = next;
        _taken++;
        return !_isInvalid;
    }

    public void Clear()
    {
        _document.Clear();
        _last = default;
        _taken = 0;
        _keyComparisons = 0;
        _isInvalid = false;
    }

    public void Dispose() => _document.Dispose();
}
