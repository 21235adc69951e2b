namespace TypedLlm.Runtime.Tests.Streaming;

/// <summary>A body that arrives in given pieces, one a read, and then ends in a chosen way.</summary>
internal sealed class ChunkStream(IEnumerable<byte[]> chunks, ChunkStream.End end = ChunkStream.End.Closed) : Stream
{
    private readonly Queue<byte[]> _chunks = new(chunks.Where(chunk => chunk.Length > 0));
    private int _offset;

    public enum End
    {
        Closed,
        Broken,
        Silent,
    }

    /// <summary>Whether a read waited and was cancelled.</summary>
    public bool WasCancelled { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Cuts bytes at random places.</summary>
    public static IEnumerable<byte[]> Cut(byte[] bytes, Random random, int largest = 64)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, largest + 1), bytes.Length - start);
            yield return bytes[start..(start + length)];
            start += length;
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_chunks.Count == 0)
        {
            return end switch
            {
                End.Closed => new ValueTask<int>(0),
                End.Broken => ValueTask.FromException<int>(new IOException("The connection was reset.")),
                _ => NeverAsync(cancellationToken),
            };
        }

        var chunk = _chunks.Peek();
        var count = Math.Min(buffer.Length, chunk.Length - _offset);
        chunk.AsMemory(_offset, count).CopyTo(buffer);
        _offset += count;
        if (_offset == chunk.Length)
        {
            _chunks.Dequeue();
            _offset = 0;
        }

        return new ValueTask<int>(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private async ValueTask<int> NeverAsync(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() =>
        {
            WasCancelled = true;
            never.TrySetCanceled(cancellationToken);
        });
        return await never.Task;
    }
}
