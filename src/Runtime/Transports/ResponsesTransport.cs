using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using OpenAI;
using TypedLlm.Resilience;

namespace TypedLlm.Transports;

/// <summary>
/// Sends requests to one provider's Responses API through the pipeline of the official SDK, with everything switched off there that would
/// decide for us: retries, timeouts, buffering, logs and traces.
/// </summary>
internal sealed class ResponsesTransport
{
    private readonly ClientPipeline _pipeline;
    private readonly Uri _endpoint;
    private readonly Func<CancellationToken, ValueTask<string>> _apiKey;

    public ResponsesTransport(
        HttpClient httpClient, Uri baseUrl, Func<CancellationToken, ValueTask<string>> apiKey, string? organization, string? project)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = baseUrl,
            OrganizationId = organization,
            ProjectId = project,
            Transport = new HttpClientPipelineTransport(httpClient),
            RetryPolicy = PassThroughPolicy.Instance,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
#pragma warning disable OPENAI001 // The only constructor that takes a key per request; everything else used here is stable.
        _pipeline = new OpenAIClient(PassThroughPolicy.Instance, options).Pipeline;
#pragma warning restore OPENAI001
        _endpoint = new UriBuilder(baseUrl) { Path = baseUrl.AbsolutePath.TrimEnd('/') + "/responses" }.Uri;
        _apiKey = apiKey;
    }

    /// <summary>Posts a body and returns when the headers of the answer are there, whatever its status.</summary>
    /// <param name="body">The request's JSON; must stay as it is until the returned task has completed.</param>
    /// <param name="stream">Whether the body asks for an event stream.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <exception cref="AttemptFailedException">The network failed: Connect, ConnectionLost or BadReply.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync(ReadOnlyMemory<byte> body, bool stream, CancellationToken cancellationToken)
    {
        var key = await _apiKey(cancellationToken).ConfigureAwait(false);
        using var message = _pipeline.CreateMessage();
        message.Apply(new RequestOptions { CancellationToken = cancellationToken, BufferResponse = false });
        message.Request.Method = "POST";
        message.Request.Uri = _endpoint;
        message.Request.Headers.Set("Authorization", "Bearer " + key);
        message.Request.Headers.Set("Content-Type", "application/json");

        // Not text/event-stream: the SDK would wrap such a stream in one that copies byte by byte and posts again on its own.
        message.Request.Headers.Set("Accept", stream ? "*/*" : "application/json");
        message.Request.Content = new RequestContent(body);
        try
        {
            await _pipeline.SendAsync(message).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (NetworkFault.Classify(exception) is { } source)
        {
            throw new AttemptFailedException(new Failure(source) { Exception = exception });
        }

        return new TransportResponse(message.ExtractResponse()!);
    }
}
