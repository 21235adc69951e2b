using System.Buffers;

namespace TypedLlm.Simulator;

/// <summary>Sends a reply through Kestrel, flushed at each write or in batches.</summary>
internal sealed class KestrelSink(HttpResponse response, bool batch, CancellationToken closed) : IReplySink
{
    private const int BatchBytes = 16 * 1024;

    private int _unflushed;

    public ValueTask StartAsync(int status, IReadOnlyDictionary<string, string> headers)
    {
        response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        response.BodyWriter.Write(bytes.Span);
        _unflushed += bytes.Length;
        if (!batch || _unflushed >= BatchBytes)
        {
            await FlushAsync();
        }
    }

    public ValueTask EventSentAsync() => ValueTask.CompletedTask;

    public async ValueTask EndAsync() => await FlushAsync();

    private async ValueTask FlushAsync()
    {
        _unflushed = 0;
        var flushed = await response.BodyWriter.FlushAsync(closed);
        closed.ThrowIfCancellationRequested();
        if (flushed.IsCompleted)
        {
            // The token of an aborted request fires later, when all might be written into the void.
            throw new IOException("The client has closed the connection.");
        }
    }
}
