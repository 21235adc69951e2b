using System.ClientModel;

namespace TypedLlm.Transports;

/// <summary>
/// Sends pooled bytes without a copy. The SDK asks for HTTP/1.1, where a request is written to its end before its answer is read,
/// so that the bytes are free again when the send has returned or failed.
/// </summary>
internal sealed class RequestContent(ReadOnlyMemory<byte> json) : BinaryContent
{
    public override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) => stream.Write(json.Span);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        stream.WriteAsync(json, cancellationToken).AsTask();

    public override void Dispose()
    {
    }
}
