using System.Text;
using System.Text.Json;

namespace TypedLlm.Benchmarks.Answers;

/// <summary>
/// What others do with an answer that is arriving: cut it behind the last value that is whole, or inside a text that grows, close what is open, and parse
/// all of it again. Where to cut and what is open is kept up as the pieces come, so that a look costs its parsing and nothing else.
/// </summary>
internal sealed class HealedJson(int length)
{
    private const int MaxDepth = 64;
    private const int UnicodeDigits = 4;

    // What may have to be closed behind the text: a quote and the brackets.
    private readonly byte[] _bytes = new byte[length + MaxDepth + 1];
    private readonly byte[] _closers = new byte[MaxDepth];

    private int _length;
    private int _depth;
    private int _cut;
    private int _restOfEscape;
    private bool _isText;
    private bool _isName;

    public void Append(string delta)
    {
        var end = _length + Encoding.UTF8.GetBytes(delta, _bytes.AsSpan(_length));
        for (; _length < end; _length++)
        {
            if (_isText)
            {
                TakeText(_bytes[_length]);
            }
            else
            {
                Take(_bytes[_length]);
            }
        }
    }

    public void Clear()
    {
        (_length, _depth, _cut, _restOfEscape) = (0, 0, 0, 0);
        (_isText, _isName) = (false, false);
    }

    /// <summary>The number of lines that have begun.</summary>
    public int CountLines()
    {
        if (_cut == 0)
        {
            return 0;
        }

        // The closers stand for a moment where the next bytes may stand already.
        Span<byte> covered = stackalloc byte[MaxDepth + 1];
        _bytes.AsSpan(_cut, covered.Length).CopyTo(covered);
        using var document = JsonDocument.Parse(_bytes.AsMemory(0, Close()));
        var count = document.RootElement.TryGetProperty("Lines"u8, out var lines) ? lines.GetArrayLength() : 0;
        covered.CopyTo(_bytes.AsSpan(_cut));
        return count;
    }

    private int Close()
    {
        var end = _cut;
        if (_isText && !_isName)
        {
            _bytes[end++] = (byte)'"';
        }

        for (var level = _depth - 1; level >= 0; level--)
        {
            _bytes[end++] = _closers[level];
        }

        return end;
    }

    private void Take(byte next)
    {
        switch (next)
        {
            case (byte)'{' or (byte)'[':
                _closers[_depth++] = (byte)(next + 2);
                _isName = next == (byte)'{';
                _cut = _length + 1;
                break;
            case (byte)'}' or (byte)']':
                _depth--;
                _cut = _length + 1;
                break;
            case (byte)',':
                // Here a number, true, false or null is known to be whole.
                _isName = _closers[_depth - 1] == (byte)'}';
                _cut = _length;
                break;
            case (byte)':':
                _isName = false;
                break;
            case (byte)'"':
                _isText = true;
                MayCut();
                break;
        }
    }

    private void TakeText(byte next)
    {
        if (_restOfEscape > 0)
        {
            _restOfEscape = next == (byte)'u' && _restOfEscape == 1 && _bytes[_length - 1] == (byte)'\\' ? UnicodeDigits : _restOfEscape - 1;
        }
        else if (next == (byte)'\\')
        {
            _restOfEscape = 1;
        }
        else if (next == (byte)'"')
        {
            _isText = false;
        }

        if (_restOfEscape == 0)
        {
            MayCut();
        }
    }

    /// <summary>A name without its value cannot stay, and neither can half of an escape.</summary>
    private void MayCut()
    {
        if (!_isName)
        {
            _cut = _length + 1;
        }
    }
}
