using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>
/// The floor: HttpClient, an own scan for lines, Utf8JsonReader, and nothing else. No timers, no retries, no check that the answer is whole.
/// </summary>
internal sealed class FloorClient(Uri baseUrl) : ITextClient
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _url = new($"{baseUrl}/responses");
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", "sk-benchmark");
    private readonly MediaTypeHeaderValue _json = new("application/json");

    public async Task<string> CallAsync(string question)
    {
        using var response = await SendAsync(question, stream: false);
        var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer.AsMemory(length))) > 0)
            {
                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            return FloorJson.ReadOutputText(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async IAsyncEnumerable<string> StreamAsync(string question)
    {
        using var response = await SendAsync(question, stream: true);
        var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        int start = 0, scanned = 0, end = 0;
        try
        {
            while (true)
            {
                var newline = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
                if (newline >= 0)
                {
                    var delta = FloorJson.ReadDelta(buffer.AsSpan(start, scanned + newline - start));
                    start = scanned += newline + 1;
                    if (delta is not null)
                    {
                        yield return delta;
                    }

                    continue;
                }

                buffer.AsSpan(start, end - start).CopyTo(buffer);
                end -= start;
                start = 0;
                scanned = end;
                if (end == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                var read = await body.ReadAsync(buffer.AsMemory(end));
                if (read == 0)
                {
                    yield break;
                }

                end += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string question, bool stream)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url)
        {
            Content = new ByteArrayContent(Body(question, stream)) { Headers = { ContentType = _json } },
            Headers = { Authorization = _authorization },
        };
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }

    private static byte[] Body(string question, bool stream) => Encoding.UTF8.GetBytes(
        $"{{\"model\":\"gpt-5.4\",\"stream\":{(stream ? "true" : "false")},\"store\":false,\"instructions\":\"You answer for a shop. Be brief.\"," +
        $"\"input\":[{{\"role\":\"user\",\"content\":\"Answer this customer: {JsonEncodedText.Encode(question)}\"}}]}}");

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
