using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TypedLlm.Runtime.Tests.Transports;

/// <summary>A server below HTTP: each connection is answered by a test, byte by byte.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Task> _connections = new();
    private readonly Func<RawConnection, Task> _answer;
    private readonly Task _accepting;
    private int _accepted;

    public RawServer(Func<RawConnection, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri BaseUrl => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    /// <summary>The requests as they arrived, in order.</summary>
    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    public int Connections => Volatile.Read(ref _accepted);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);

                // Counted first: a connection whose requests are there already is answered before the call returns.
                Interlocked.Increment(ref _accepted);
                _connections.Enqueue(AnswerAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        await using var connection = new RawConnection(socket, this, _stop.Token);
        try
        {
            await _answer(connection);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }
}
