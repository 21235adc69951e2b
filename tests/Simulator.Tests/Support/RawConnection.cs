using System.Net.Sockets;
using System.Text;

namespace TypedLlm.Simulator.Tests;

/// <summary>A TCP connection without an HTTP client above it: what arrives is what was sent.</summary>
public sealed class RawConnection : IDisposable
{
    /// <summary>Far above what a busy machine needs; a test that waits longer has failed.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<byte> _received = [];

    private RawConnection()
    {
    }

    public string Received => Encoding.UTF8.GetString([.. _received]);

    /// <summary>Bytes that have arrived and were not read.</summary>
    public int Unread => _socket.Available;

    public static async Task<RawConnection> PostAsync(Uri baseUrl, string body)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(baseUrl.Host, baseUrl.Port);
        var request = $"POST {baseUrl.AbsolutePath}/responses HTTP/1.1\r\nhost: {baseUrl.Authority}\r\nauthorization: Bearer sk-test\r\n"
            + $"content-type: application/json\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        await connection._socket.SendAsync(Encoding.UTF8.GetBytes(request));
        return connection;
    }

    /// <summary>Reads until <paramref name="text"/> has arrived.</summary>
    public async Task ReadUntilAsync(string text)
    {
        while (!Received.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(await ReadAsync(), $"The connection ended before '{text}' came. Received: {Received}");
        }
    }

    /// <summary>Reads exactly one byte.</summary>
    public async Task ReadByteAsync() => Assert.True(await ReadAsync(1), "The connection ended.");

    /// <summary>Reads to the end and says how it came.</summary>
    public async Task<ConnectionEnd> ReadToEndAsync()
    {
        try
        {
            while (await ReadAsync())
            {
            }

            return ConnectionEnd.Closed;
        }
        catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset)
        {
            return ConnectionEnd.Reset;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReadAsync(int atMost = 4096)
    {
        var buffer = new byte[atMost];
        using var guard = new CancellationTokenSource(Guard);
        var count = await _socket.ReceiveAsync(buffer, guard.Token);
        _received.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
