using System.Runtime.CompilerServices;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Streaming;

/// <summary>The events of one answer as they arrive: owns the connection, the receive buffer and the timer.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    /// <summary>
    /// The most bytes of one event. One bound for all: the terminal event carries the whole answer, but so do the ones before it, and
    /// the first ones repeat the instructions.
    /// </summary>
    internal const int MaxEventBytes = 32 * 1024 * 1024;

    private const int UsualBuffer = 2 * 1024;
    private const int BusyBuffer = 16 * 1024;
    private const int SmallestRead = 512;

    private readonly TransportResponse _response;
    private readonly SilenceTimer _timer;
    private readonly PooledBuffer _buffer;
    private readonly ServerSentEvents _events;
    private readonly ResponseEventReader _reader = new();
    private bool _isBusy;
    private bool _isOver;

    public EventStream(TransportResponse response, SilenceTimer timer)
    {
        _response = response;
        _timer = timer;
        _buffer = new PooledBuffer(UsualBuffer, MaxEventBytes);
        _events = new ServerSentEvents(_buffer);
        RequestId = response.RequestId;
    }

    public string? RequestId { get; }

    /// <summary>Known once an event has named it.</summary>
    public string? ResponseId { get; set; }

    /// <summary>Takes the next event that has arrived; false if more has to be read first. Its bytes are valid until the next call.</summary>
    public bool TryRead(out ResponseEvent next)
    {
        if (!_events.TryRead(out var name, out var data))
        {
            next = default;
            return false;
        }

        next = _reader.Read(name, data);
        return true;
    }

    /// <summary>Waits for more bytes. Touches no timer when they are there already.</summary>
    /// <exception cref="AttemptFailedException">Truncated, BadReply, or what the timer means.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask ReadMoreAsync()
    {
        // A read that filled a small buffer says that the sender is ahead; larger reads are then cheaper. All of the buffer is offered, with the
        // event that is not whole moved to its front: what is left behind it would take two small reads instead of a large one.
        var size = _isBusy ? Math.Max(_buffer.Capacity, BusyBuffer) : _buffer.Capacity;
        var room = Math.Max(size - _buffer.Length, SmallestRead);
        if (!_buffer.TryReserve(room))
        {
            throw Failed(new Failure(FailureSource.BadReply) { Message = "An event is larger than 32 MiB." });
        }

        ValueTask<int> read;
        try
        {
            read = _response.Body.ReadAsync(_buffer.Free, _timer.Token);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            // What has arrived already is judged before there is a task.
            throw Broken(exception);
        }

        if (!read.IsCompletedSuccessfully)
        {
            return AwaitReadAsync(read);
        }

        Accept(read.Result);
        return default;
    }

    /// <summary>Says that nothing more of the stream is needed, so that closing it need not be in a hurry.</summary>
    public void Finish() => _isOver = true;

    /// <summary>The failure with the ids that the service can be asked about.</summary>
    public AttemptFailedException Failed(Failure failure) => new(failure with { RequestId = RequestId, ResponseId = ResponseId });

    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            await CloseConnectionAsync().ConfigureAwait(false);
        }

        _response.Dispose();
        _timer.Dispose();
        _buffer.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitReadAsync(ValueTask<int> read)
    {
        _timer.BeginWait();
        int count;
        try
        {
            count = await read.ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw Broken(exception);
        }
        finally
        {
            _timer.EndWait();
        }

        Accept(count);
    }

    private static bool IsBroken(Exception exception) =>
        exception is OperationCanceledException || NetworkFault.ClassifyBody(exception) is not null;

    private AttemptFailedException Broken(Exception exception)
    {
        // A read that is cancelled before it waits leaves the connection open.
        _isOver = exception is not OperationCanceledException;
        _timer.ThrowIfCallerCancelled();
        return Failed(new Failure(_timer.Expired ?? NetworkFault.ClassifyBody(exception) ?? FailureSource.Truncated) { Exception = exception });
    }

    private void Accept(int count)
    {
        if (count == 0)
        {
            _isOver = true;
            throw Failed(new Failure(FailureSource.Truncated));
        }

        _isBusy = count == _buffer.Free.Length;
        _buffer.Advance(count);
    }

    /// <summary>
    /// Disposing a half-read body would read on for up to two seconds in the hope to use the connection again; cancelling a read closes it at once,
    /// and the service stops generating.
    /// </summary>
    private async ValueTask CloseConnectionAsync()
    {
        const int MostReads = 16;
        using var abort = new CancellationTokenSource();
        try
        {
            for (var reads = 0; reads < MostReads && _buffer.TryReserve(SmallestRead); reads++)
            {
                var read = _response.Body.ReadAsync(_buffer.Free, abort.Token);
                if (!read.IsCompleted)
                {
                    await abort.CancelAsync().ConfigureAwait(false);
                }

                if (await read.ConfigureAwait(false) == 0)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (IsBroken(exception) || exception is ObjectDisposedException)
        {
            // The end that was wanted.
        }
    }
}
