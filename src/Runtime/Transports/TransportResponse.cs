using System.ClientModel.Primitives;

namespace TypedLlm.Transports;

/// <summary>An answer whose headers have arrived. Disposing it closes the connection or gives it back.</summary>
internal sealed class TransportResponse(PipelineResponse response) : IDisposable
{
    public int Status => response.Status;

    public bool IsSuccess => response.Status is >= 200 and < 300;

    public string? RequestId => Header("x-request-id");

    public string? ContentType => Header("content-type");

    public Stream Body => response.ContentStream ?? Stream.Null;

    public string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    public void Dispose()
    {
        // A handler that buffers, as those of tests do, gives a body in memory. The SDK would copy it now, and throw because it was read.
        if (response.ContentStream is MemoryStream)
        {
            response.ContentStream = null;
        }

        response.Dispose();
    }
}
