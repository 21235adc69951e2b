using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TypedLlm.Simulator;

/// <summary>
/// Waits until the other side has everything that was sent: a reset throws away what is still queued. Linux tells; elsewhere
/// a client may see less than was sent before a reset.
/// </summary>
internal static class SendQueue
{
    private const int TcpLevel = 6;
    private const int TcpInfo = 11;
    private const int UnacknowledgedAt = 24;
    private const int NotSentAt = 144;
    private const int InfoBytes = 148;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(1);

    public static async Task DrainAsync(Socket socket, CancellationToken closed)
    {
        while (OperatingSystem.IsLinux() && !IsEmpty(socket))
        {
            // The network's time, not the simulated one: nothing on the driven clock waits for it.
            await Task.Delay(PollInterval, TimeProvider.System, closed);
        }
    }

    private static bool IsEmpty(Socket socket)
    {
        Span<byte> info = stackalloc byte[InfoBytes];
        var length = socket.GetRawSocketOption(TcpLevel, TcpInfo, info);
        return length < InfoBytes
            || (MemoryMarshal.Read<uint>(info[UnacknowledgedAt..]) == 0
                && MemoryMarshal.Read<uint>(info[NotSentAt..]) == 0);
    }
}
