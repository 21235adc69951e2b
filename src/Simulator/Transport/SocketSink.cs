using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace TypedLlm.Simulator;

/// <summary>
/// Writes a reply as HTTP/1.1 onto the socket, past Kestrel, and breaks it where the script says. What was sent before a
/// break has left the process, so that the client sees exactly that.
/// </summary>
internal sealed class SocketSink(Exchange exchange, ScriptedReply reply) : IReplySink
{
    private readonly Socket _socket = exchange.Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
    private long _bodyBytes;
    private bool _headersSent;

    public async ValueTask StartAsync(int status, IReadOnlyDictionary<string, string> headers)
    {
        _socket.NoDelay = true;
        await BreakIfAsync(reply.Break?.At is BreakPoint.BeforeHeaders);
        exchange.Status = status;
        var block = HeaderBlock(status, headers);
        if (reply.Break?.At is BreakPoint.InHeaders)
        {
            await SendAsync(block.AsMemory(0, block.Length / 2));
            await BreakIfAsync(true);
        }

        await SendHeadersAsync(block);
        _headersSent = true;
        await BreakIfAsync(reply.Break is { At: BreakPoint.AfterHeaders } or { At: not BreakPoint.BeforeHeaders, Count: <= 0 });
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var remaining = reply.Break is { At: BreakPoint.AfterBytes } cut ? cut.Count - _bodyBytes : long.MaxValue;
        if (bytes.Length < remaining)
        {
            await SendBodyAsync(bytes);
            return;
        }

        await SendBodyAsync(bytes[..(int)remaining]);
        await BreakIfAsync(true);
    }

    public ValueTask EventSentAsync() => BreakIfAsync(reply.Break switch
    {
        { At: BreakPoint.AfterEvents } after => exchange.Events >= after.Count,
        { At: BreakPoint.AfterDeltas } after => exchange.Deltas >= after.Count,
        _ => false,
    });

    public async ValueTask EndAsync()
    {
        if (_headersSent)
        {
            await SendAsync("0\r\n\r\n"u8.ToArray());
        }

        CloseSending();
    }

    private void CloseSending()
    {
        _socket.Shutdown(SocketShutdown.Send);
        exchange.AwaitsClient = true;
    }

    private static byte[] HeaderBlock(int status, IReadOnlyDictionary<string, string> headers)
    {
        var block = new StringBuilder($"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        foreach (var (name, value) in headers)
        {
            block.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(block.Append("transfer-encoding: chunked\r\nconnection: close\r\n\r\n").ToString());
    }

    private async ValueTask SendHeadersAsync(byte[] block)
    {
        if (reply.Pace.HeaderByteDelay is not { } delay)
        {
            await SendAsync(block);
            return;
        }

        for (var index = 0; index < block.Length; index++)
        {
            await SendAsync(block.AsMemory(index, 1));
            await exchange.DelayAsync(delay);
        }
    }

    private async ValueTask SendBodyAsync(ReadOnlyMemory<byte> bytes)
    {
        var size = reply.Pace.BytesPerPacket ?? int.MaxValue;
        while (!bytes.IsEmpty)
        {
            var packet = bytes[..Math.Min(size, bytes.Length)];
            bytes = bytes[packet.Length..];
            _bodyBytes += packet.Length;
            await SendAsync(Chunk(packet.Span));
            if (reply.Pace.PacketDelay is { } delay && delay > TimeSpan.Zero)
            {
                await exchange.DelayAsync(delay);
            }
        }
    }

    /// <summary>Each packet is a chunk of its own, so that no reader above HTTP puts them together again.</summary>
    private static byte[] Chunk(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n");
        return [.. head, .. bytes, .. "\r\n"u8];
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, exchange.Closed)..];
        }
    }

    private async ValueTask BreakIfAsync(bool here)
    {
        if (!here || reply.Break is not { } cut)
        {
            return;
        }

        switch (cut.How)
        {
            case BreakKind.Stall:
                await exchange.HangAsync();
                break;
            case BreakKind.Reset:
                await SendQueue.DrainAsync(_socket, exchange.Closed);
                _socket.LingerState = new LingerOption(enable: true, seconds: 0);
                _socket.Close();
                break;
            case BreakKind.Close:
                CloseSending();
                break;
            case BreakKind.End:
                await EndAsync();
                break;
        }

        throw new ReplyBrokenException();
    }
}
