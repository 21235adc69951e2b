using System.Buffers;

namespace TypedLlm.Endpoints;

/// <summary>Keeps what a stream has handed out, for the exception that may end it. Bounded, and free of garbage while it grows.</summary>
internal sealed class PartialText : IDisposable
{
    // Several times what any model writes; what comes after is not kept.
    private const int MaxLength = 4 * 1024 * 1024;
    private const int FirstLength = 256;

    private char[]? _buffer;
    private int _length;

    public void Append(string text)
    {
        if (_length + text.Length > MaxLength)
        {
            return;
        }

        if (_buffer is null || _length + text.Length > _buffer.Length)
        {
            Grow(_length + text.Length);
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    public void Clear() => _length = 0;

    /// <summary>The text so far. Null if there is none.</summary>
    public string? ToTextOrNull() => _length == 0 ? null : new string(_buffer!, 0, _length);

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            _length = 0;
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, Math.Max(FirstLength, 2 * (_buffer?.Length ?? 0))));
        if (_buffer is { } buffer)
        {
            buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(buffer);
        }

        _buffer = larger;
    }
}
