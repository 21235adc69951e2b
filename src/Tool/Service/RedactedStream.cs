namespace TypedLlm.Tool.Service;

/// <summary>A body without the key of its request. What may be the begin of the key waits for what follows; that never spans the end of a line.</summary>
/// <param name="inner">The body; disposed with this.</param>
/// <param name="redactor">Hides the key.</param>
internal sealed class RedactedStream(Stream inner, KeyRedactor redactor) : Stream
{
    private const int ReadSize = 16 * 1024;

    private byte[] _buffer = new byte[ReadSize];
    private int _start;
    private int _ready;
    private int _end;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _ready && !_isOver)
        {
            await FillAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _ready - _start);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var rest = _end - _start;
        var buffer = rest + ReadSize > _buffer.Length ? new byte[rest + ReadSize] : _buffer;
        _buffer.AsSpan(_start, rest).CopyTo(buffer);
        _buffer = buffer;
        var count = await inner.ReadAsync(_buffer.AsMemory(rest, ReadSize), cancellationToken);
        _isOver = count == 0;
        (_start, _end) = (0, rest + count);
        _ready = redactor.Redact(_buffer.AsSpan(0, _end), _isOver);
    }
}
