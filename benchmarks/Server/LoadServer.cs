using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TypedLlm.Benchmarks.Server;

/// <summary>
/// A server that does as little as a server can: it finds the end of a request and sends prepared bytes. What the clients
/// are measured with must not depend on what a web framework does that day.
/// </summary>
internal sealed class LoadServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<string, PreparedAnswer> _answers = new();
    private readonly Pacer _pacer = new();

    /// <summary>Prints the port and serves until the input ends, which it does when the parent process does.</summary>
    public static void Run()
    {
        using var server = new LoadServer();
        server._listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server._listener.Listen(backlog: 4096);
        Console.WriteLine(((IPEndPoint)server._listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        var accepting = server.AcceptAsync();
        while (Console.In.ReadLine() is not null)
        {
        }

        if (accepting.IsFaulted)
        {
            accepting.GetAwaiter().GetResult();
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptAsync();
            socket.NoDelay = true;
            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        var requests = new RequestReader(socket);
        try
        {
            while (await requests.ReadAsync() is { } answerName)
            {
                var answer = _answers.GetOrAdd(answerName, PreparedAnswer.For);
                await socket.SendAsync(answer.Writes[0]);
                if (answer.Paced)
                {
                    await _pacer.SendAsync(socket, answer.Writes);
                    continue;
                }

                for (var index = 1; index < answer.Writes.Count; index++)
                {
                    await socket.SendAsync(answer.Writes[index]);
                }
            }
        }
        catch (SocketException exception)
        {
            // A client that goes away is the client's affair; it is seen there.
            await Console.Error.WriteLineAsync(exception.Message);
        }
    }

    /// <summary>Reads one request after the other off a connection: headers, then as many bytes as Content-Length says.</summary>
    private sealed class RequestReader(Socket socket)
    {
        private readonly byte[] _buffer = new byte[16 * 1024];
        private int _length;

        /// <summary>The first segment of the path; null when the client has closed the connection.</summary>
        public async ValueTask<string?> ReadAsync()
        {
            int headersEnd;
            while ((headersEnd = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
            {
                if (!await FillAsync())
                {
                    return null;
                }
            }

            var headers = Encoding.ASCII.GetString(_buffer, 0, headersEnd);
            var total = headersEnd + 4 + ContentLength(headers);
            while (_length < total)
            {
                if (!await FillAsync())
                {
                    return null;
                }
            }

            _buffer.AsSpan(total, _length - total).CopyTo(_buffer);
            _length -= total;
            return headers.Split(' ', 3)[1].Split('/')[1];
        }

        private async ValueTask<bool> FillAsync()
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_length));
            _length += read;
            return read > 0;
        }

        private static int ContentLength(string headers)
        {
            const string Name = "\r\nContent-Length:";
            var start = headers.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
            var end = headers.IndexOf('\r', start);
            return int.Parse(headers.AsSpan(start, (end < 0 ? headers.Length : end) - start), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        }
    }
}
