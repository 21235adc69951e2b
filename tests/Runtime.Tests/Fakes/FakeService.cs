using System.Text.Json;

namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>A service inside the process: notes each request and answers as it is told.</summary>
internal sealed class FakeService(TimeProvider time, Func<FakeRequest, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<FakeRequest> _requests = [];

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<string> Models => [.. Requests.Select(request => request.Model)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        using var json = JsonDocument.Parse(body);
        var arrived = new FakeRequest(
            json.RootElement.GetProperty("model").GetString()!,
            json.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean(),
            request.Headers.Authorization?.Parameter,
            body,
            time.GetUtcNow(),
            cancellationToken);
        lock (_requests)
        {
            _requests.Add(arrived);
        }

        return await answer(arrived);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
