using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TypedLlm.Runtime.Tests.Transports;

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket, RawServer server, CancellationToken stop) : IAsyncDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Reads one request; null when the client closed.</summary>
    public async Task<RawRequest?> ReadRequestAsync()
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!EndsWithBlankLine(bytes))
        {
            if (await _stream.ReadAsync(one, stop) == 0)
            {
                return null;
            }

            bytes.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await _stream.ReadExactlyAsync(body, stop);
        var request = new RawRequest(lines[0], headers, Encoding.UTF8.GetString(body));
        server.Requests.Enqueue(request);
        return request;
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes, stop);

    /// <summary>Sends headers of an event stream, whose body then comes in chunks.</summary>
    public Task SendStreamHeadersAsync() =>
        SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nx-request-id: req_7\r\nTransfer-Encoding: chunked\r\n\r\n");

    public async Task SendChunkAsync(byte[] bytes)
    {
        await SendAsync(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        await SendAsync(bytes);
        await SendAsync("\r\n");
    }

    public Task SendAnswerAsync(int status, string contentType, string body, string headers = "") =>
        SendAsync($"HTTP/1.1 {status} Whatever\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");

    /// <summary>Closes with a reset instead of an orderly end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Waits until the client closes its side.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            while (await _stream.ReadAsync(new byte[256], stop) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a close too.
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static bool EndsWithBlankLine(List<byte> bytes) =>
        bytes.Count >= 4 && bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n' && bytes[^4] == '\r';
}
