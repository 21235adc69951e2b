using System.Diagnostics;
using System.Net.Sockets;

namespace TypedLlm.Benchmarks.Server;

/// <summary>Sends the next token of every paced stream each 20 ms, from one thread: a turn of 20 slots of 1 ms, a stream in the slot it began in.</summary>
internal sealed class Pacer
{
    private const int Slots = 20;

    private readonly List<PacedStream>[] _slots = [.. Enumerable.Range(0, Slots).Select(_ => new List<PacedStream>())];
    private readonly Lock _lock = new();
    private long _tick;

    public Pacer() => new Thread(Run) { IsBackground = true, Name = "Pacer" }.Start();

    /// <summary>Sends all but the first write; completes when the last is sent, or throws what a send threw.</summary>
    public Task SendAsync(Socket socket, IReadOnlyList<byte[]> writes)
    {
        var stream = new PacedStream(socket, writes);
        lock (_lock)
        {
            _slots[_tick % Slots].Add(stream);
        }

        return stream.Sent;
    }

    private void Run()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            lock (_lock)
            {
                _slots[_tick % Slots].RemoveAll(stream => !stream.SendNext());
                _tick++;
            }

            var early = _tick - Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (early > 0)
            {
                Thread.Sleep((int)Math.Ceiling(early));
            }
        }
    }

    private sealed class PacedStream(Socket socket, IReadOnlyList<byte[]> writes)
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _next = 1;

        public Task Sent => _sent.Task;

        /// <summary>False when there is nothing more to send.</summary>
        public bool SendNext()
        {
            try
            {
                socket.Send(writes[_next++]);
            }
            catch (SocketException exception)
            {
                _sent.SetException(exception);
                return false;
            }

            if (_next < writes.Count)
            {
                return true;
            }

            _sent.SetResult();
            return false;
        }
    }
}
