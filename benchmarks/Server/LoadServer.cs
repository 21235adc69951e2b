using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
        catch (SocketException)
        {
            // A client that goes away ends its connection. Whether it lacks something is seen there.
        }
    }
}
