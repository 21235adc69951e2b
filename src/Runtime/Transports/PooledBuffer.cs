using System.Buffers;

namespace TypedLlm.Transports;

/// <summary>
/// Bytes in a pooled array that is written at its end and read at its front, and that never grows beyond a limit.
/// Spans it hands out are valid until the next <see cref="TryReserve"/> or <see cref="Consume"/>.
/// </summary>
/// <param name="initialSize">The size of the first array.</param>
/// <param name="limit">The most bytes it holds at a time.</param>
internal sealed class PooledBuffer(int initialSize, int limit) : IDisposable
{
    /// <summary>An array larger than this goes back to the pool as soon as it is empty.</summary>
    private const int LargestKeptEmpty = 16 * 1024;

    private byte[] _array = [];
    private int _start;
    private int _end;

    public int Length => _end - _start;

    public int Capacity => _array.Length;

    public Span<byte> Content => _array.AsSpan(_start, _end - _start);

    /// <summary>Room for more, at least as much as was reserved last.</summary>
    public Memory<byte> Free => _array.AsMemory(_end);

    public Span<byte> FreeSpan => _array.AsSpan(_end);

    public ReadOnlyMemory<byte> Slice(int start) => _array.AsMemory(_start + start, Length - start);

    /// <summary>Makes room for <paramref name="count"/> more bytes; false if that would exceed the limit.</summary>
    public bool TryReserve(int count) => _array.Length - _end >= count || TryMakeRoom(count);

    public void Advance(int count) => _end += count;

    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            Clear(LargestKeptEmpty);
        }
    }

    /// <summary>Empties the buffer. Gives the array back if it is larger than <paramref name="largestKept"/>.</summary>
    public void Clear(int largestKept)
    {
        _start = _end = 0;
        if (_array.Length > largestKept)
        {
            Dispose();
        }
    }

    /// <summary>Gives the array back. The buffer is empty then, and can be used again.</summary>
    public void Dispose()
    {
        var array = _array;
        _array = [];
        _start = _end = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private bool TryMakeRoom(int count)
    {
        var length = Length;
        if (count > limit - length)
        {
            return false;
        }

        if (_array.Length - length >= count)
        {
            Content.CopyTo(_array);
        }
        else
        {
            var size = Math.Min(Math.Max(initialSize, _array.Length * 2L), limit);
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max((int)size, length + count));
            Content.CopyTo(larger);
            Dispose();
            _array = larger;
        }

        _start = 0;
        _end = length;
        return true;
    }
}
