using System.Net.Http.Headers;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Service;

/// <summary>Sends requests to the service of one provider under one key. Repeats nothing; bodies and waiting are bounded.</summary>
internal sealed class ServiceClient : IDisposable
{
    private const int MaxBody = 16 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly ProviderSettings _provider;
    private readonly TimeProvider _time;

    public ServiceClient(ProviderSettings provider, TimeProvider time)
    {
        _provider = provider;
        _time = time;
        _http = HttpClients.Create(new TimerOptions());
        _http.MaxResponseContentBufferSize = MaxBody;
    }

    public ProviderSettings Provider => _provider;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Appended to the base address: <c>models</c>.</param>
    /// <param name="content">The body; disposed with the request.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServiceException">No whole answer came.</exception>
    public async Task<ServiceReply> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{_provider.BaseUrl!.TrimEnd('/')}/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _provider.ApiKey);
        AddHeader(request, "OpenAI-Organization", _provider.Organization);
        AddHeader(request, "OpenAI-Project", _provider.Project);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return new ServiceReply((int)response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceException($"no answer within {Patience.TotalSeconds:0} s", wasSent: true, exception);
        }
        catch (Exception exception) when (NetworkFault.Classify(exception) is { } fault && exception is not OperationCanceledException)
        {
            throw new ServiceException(
                fault == FailureSource.Connect ? $"no connection to {new Uri(_provider.BaseUrl!).Authority}" : "the connection broke", fault != FailureSource.Connect, exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
