using System.Net.Http.Headers;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Service;

/// <summary>Sends requests to the service of one provider under one key. Repeats nothing; bodies and waiting are bounded.</summary>
internal sealed class ServiceClient : IDisposable
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly ProviderSettings _provider;
    private readonly TimeProvider _time;

    public ServiceClient(ProviderSettings provider, TimeProvider time)
    {
        _provider = provider;
        _time = time;
        _http = HttpClients.Create(new TimerOptions());
        _http.MaxResponseContentBufferSize = ServiceReply.MaxBody;
    }

    public ProviderSettings Provider => _provider;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Appended to the base address: <c>models</c>.</param>
    /// <param name="content">The body; disposed with the request.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServiceException">No whole answer came.</exception>
    public Task<ServiceReply> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken) =>
        SendAsync(method, path, content, HttpCompletionOption.ResponseContentRead, ServiceReply.ReadAsync, cancellationToken);

    /// <summary>Posts, and reads the answer while it arrives. An answer that is not success is read whole by <paramref name="read"/> too.</summary>
    /// <exception cref="ServiceException">No whole answer came.</exception>
    public Task<T> PostAsync<T>(
        string path, HttpContent content, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, content, HttpCompletionOption.ResponseHeadersRead, read, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        HttpContent? content,
        HttpCompletionOption completion,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{_provider.BaseUrl!.TrimEnd('/')}/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _provider.ApiKey);
        AddHeader(request, "OpenAI-Organization", _provider.Organization);
        AddHeader(request, "OpenAI-Project", _provider.Project);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, completion, either.Token);
            return await read(response, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Either ours, or the one for connecting.
            throw patience.IsCancellationRequested
                ? new ServiceException($"no answer within {Patience.TotalSeconds:0} s", FailureSource.NoHeaders, exception)
                : Failed(FailureSource.Connect, exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && NetworkFault.Classify(exception) is { } fault)
        {
            throw Failed(fault, exception);
        }
    }

    private ServiceException Failed(FailureSource fault, Exception exception) => new(
        fault switch
        {
            FailureSource.Connect => $"no connection to {new Uri(_provider.BaseUrl!).Authority}",
            FailureSource.BadReply => $"the answer is not HTTP or larger than {ServiceReply.MaxBody / 1024 / 1024} MiB",
            _ => "the connection broke",
        },
        fault,
        exception);

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
