namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>The body of a reply, which cannot seek, as one from the network; at its end it ends, or falls silent until the read is cancelled.</summary>
internal sealed class BodyStream(byte[] bytes, bool stalls = false) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Read(buffer.Span);
        if (count == 0 && stalls)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return count;
    }
}
