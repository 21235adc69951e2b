using System.Net;
using System.Net.Http.Headers;
using TypedLlm.Benchmarks.Server;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>Answers at once, without a network.</summary>
internal sealed class EmptyTransport : HttpMessageHandler
{
    private static readonly byte[] Answer = AnswerEvents.Whole(tokens: 24);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Answer) { Headers = { ContentType = Json } },
        });
}
