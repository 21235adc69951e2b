using System.Net;
using System.Text;

namespace TypedLlm.Tool.Rendering;

/// <summary>Keeps what the runtime's transport hands to HTTP, and sends nothing.</summary>
internal sealed class RequestRecorder : HttpMessageHandler
{
    /// <summary>The header that holds the key, and the one that whoever sends the request computes.</summary>
    private static readonly string[] Omitted = ["Authorization", "Content-Length"];

    public RenderedRequest? Request { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated)
            .Where(static header => !Omitted.Contains(header.Key))
            .OrderBy(static header => header.Key, StringComparer.Ordinal)
            .Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        var body = Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        Request = new RenderedRequest(request.Method.Method, request.RequestUri!.AbsoluteUri, [.. headers], body);
        return new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
    }
}
