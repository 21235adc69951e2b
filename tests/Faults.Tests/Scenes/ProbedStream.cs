using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>The body of one reply, watched by a <see cref="ReadProbe"/>.</summary>
internal sealed class ProbedStream(Stream inner, ReadProbe probe, ManualClock clock) : Stream
{
    private bool _afterNewLine;

    /// <summary>Events of which the end was read: blank lines.</summary>
    public int Events { get; private set; }

    /// <summary>How many timers had been armed when the latest read began: those of its wait come after them.</summary>
    public long ArmingsBeforeRead { get; private set; }

    /// <summary>Whether a read waits for bytes.</summary>
    public bool IsReading { get; private set; }

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
        probe.Update(Begin);
        var read = 0;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
            return read;
        }
        finally
        {
            probe.Update(() => Finish(buffer.Span[..read]));
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin()
    {
        ArmingsBeforeRead = clock.Armings;
        IsReading = true;
    }

    private void Finish(ReadOnlySpan<byte> bytes)
    {
        IsReading = false;
        foreach (var value in bytes)
        {
            Events += value == '\n' && _afterNewLine ? 1 : 0;
            _afterNewLine = value == '\n';
        }
    }
}
