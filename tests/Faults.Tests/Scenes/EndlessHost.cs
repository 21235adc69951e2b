using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>
/// A host on the loopback address whose answers go on until the client leaves or has read far more than any answer is long. It sends the same
/// bytes again and again, so that what is allocated meanwhile is the client's.
/// </summary>
internal sealed class EndlessHost : IAsyncDisposable
{
    public const long Most = 100L * 1024 * 1024;

    private static readonly byte[] Headers = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly byte[] _first;
    private readonly byte[] _more;
    private readonly Task _serving;

    /// <summary>Begins to serve.</summary>
    /// <param name="first">The first piece of the answer.</param>
    /// <param name="more">The piece that comes ever after.</param>
    public EndlessHost(string first, string more)
    {
        (_first, _more) = (Event(first), Event(more));
        _listener.Start();
        _serving = ServeAsync();
    }

    public string BaseUrl => $"http://{_listener.LocalEndpoint}/v1";

    /// <summary>The bytes of each answer that the client took before it left. Whole once the host is disposed.</summary>
    public List<long> Sent { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.False(_serving.IsFaulted);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private static byte[] Event(string text) => Encoding.UTF8.GetBytes(
        $$"""
        event: response.output_text.delta
        data: {"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":{{JsonSerializer.Serialize(text)}}}


        """.ReplaceLineEndings("\n"));

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            var sent = 0L;
            try
            {
                await using var stream = client.GetStream();
                await ReadRequestAsync(stream);
                await stream.WriteAsync(Headers, _stopping.Token);
                for (var piece = _first; sent < Most; piece = _more)
                {
                    await stream.WriteAsync(piece, _stopping.Token);
                    sent += piece.Length;
                }
            }
            catch (IOException)
            {
                // The client has read enough, and left.
            }
            finally
            {
                Sent.Add(sent);
            }
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (!IsWhole(Encoding.UTF8.GetString(buffer, 0, length)))
        {
            length += await stream.ReadAsync(buffer.AsMemory(length), _stopping.Token);
        }
    }

    private static bool IsWhole(string request) =>
        request.Split("\r\n\r\n", 2) is [var head, var body]
        && head.Split("\r\n").First(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is var line
        && Encoding.UTF8.GetByteCount(body) >= int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
}
