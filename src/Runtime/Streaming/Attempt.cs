using System.Runtime.CompilerServices;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Streaming;

/// <summary>
/// One request to one target. A stream is read up to its first content before it is handed over, so that whatever goes wrong before that can be
/// repaired by another attempt without anyone noticing.
/// </summary>
internal static class Attempt
{
    private const int MaxBodyBytes = 32 * 1024 * 1024;
    private const int MaxErrorBytes = 64 * 1024;
    private static readonly TimeSpan ErrorBodyWait = TimeSpan.FromSeconds(5);

    /// <summary>Sends a request for a stream and reads to the first content or the terminal event.</summary>
    /// <exception cref="AttemptFailedException">Anything that went wrong at the service or on the way.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. It stays in force for the life of the stream.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<AnswerStream> OpenAsync(
        ResponsesTransport transport, ReadOnlyMemory<byte> body, AttemptTimers timers, TimeProvider time, CancellationToken cancellationToken)
    {
        var sentAt = time.GetTimestamp();
        var timer = new SilenceTimer(time, cancellationToken);
        TransportResponse? response = null;
        AnswerStream? stream = null;
        try
        {
            response = await SendAsync(transport, body, stream: true, timer, timers, time).ConfigureAwait(false);
            if (response.ContentType is { } type && !type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
            {
                throw await NotAStreamAsync(response, timer).ConfigureAwait(false);
            }

            stream = new AnswerStream(response, timer, timers.Idle, time, sentAt);
            timer.Allow(timers.FirstContent, FailureSource.NoContent);
            await stream.ReadToFirstContentAsync().ConfigureAwait(false);
            return stream;
        }
        catch
        {
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                response?.Dispose();
                timer.Dispose();
            }

            throw;
        }
    }

    /// <summary>Sends a request for a whole answer and reads it.</summary>
    /// <exception cref="AttemptFailedException">Anything that went wrong at the service or on the way.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ResponseSnapshot> CallAsync(
        ResponsesTransport transport, ReadOnlyMemory<byte> body, AttemptTimers timers, TimeProvider time, CancellationToken cancellationToken)
    {
        var sentAt = time.GetTimestamp();
        using var timer = new SilenceTimer(time, cancellationToken);
        using var response = await SendAsync(transport, body, stream: false, timer, timers, time).ConfigureAwait(false);
        using var buffer = new PooledBuffer(4 * 1024, MaxBodyBytes);
        timer.Allow(timers.Headers, FailureSource.Stalled);
        if (!await ReadBodyAsync(response, buffer, timer).ConfigureAwait(false))
        {
            throw Failed(response, new Failure(FailureSource.BadReply) { Message = "The body is larger than 32 MiB." });
        }

        return Whole(response, buffer.Content, time.GetElapsedTime(sentAt));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<TransportResponse> SendAsync(
        ResponsesTransport transport, ReadOnlyMemory<byte> body, bool stream, SilenceTimer timer, AttemptTimers timers, TimeProvider time)
    {
        TransportResponse response;
        timer.Allow(timers.Headers, FailureSource.NoHeaders);
        timer.BeginWait();
        try
        {
            response = await transport.SendAsync(body, stream, timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.Token.IsCancellationRequested)
        {
            timer.ThrowIfCallerCancelled();
            throw new AttemptFailedException(new Failure(FailureSource.NoHeaders) { Exception = exception });
        }
        finally
        {
            timer.EndWait();
        }

        if (response.IsSuccess)
        {
            return response;
        }

        using (response)
        {
            throw await RefusedAsync(response, timer, time).ConfigureAwait(false);
        }
    }

    private static async ValueTask<AttemptFailedException> RefusedAsync(TransportResponse response, SilenceTimer timer, TimeProvider time)
    {
        var error = await ReadErrorAsync(response, timer).ConfigureAwait(false);

        // A redirect is not followed: the key and the prompt are for the configured host alone.
        var source = response.Status is >= 300 and < 400 ? FailureSource.BadReply : FailureSource.Status;
        return Failed(response, Described(source, error) with
        {
            Status = response.Status,
            RetryAfter = RetryAfterReader.Read(response, time),
            ShouldRetry = response.Header("x-should-retry") switch { "true" => true, "false" => false, _ => null },
        });
    }

    /// <summary>A success that is no stream: an error that a gateway sent with the wrong status, or something else altogether.</summary>
    private static async ValueTask<AttemptFailedException> NotAStreamAsync(TransportResponse response, SilenceTimer timer)
    {
        var error = await ReadErrorAsync(response, timer).ConfigureAwait(false);
        return Failed(response, Described(error is { Code: null, Type: null } ? FailureSource.BadReply : FailureSource.InBand, error));
    }

    /// <summary>As much of an error body as comes in time: the status is known, and worth more than waiting for the words.</summary>
    private static async ValueTask<ErrorFacts> ReadErrorAsync(TransportResponse response, SilenceTimer timer)
    {
        using var buffer = new PooledBuffer(4 * 1024, MaxErrorBytes);
        timer.Allow(ErrorBodyWait, FailureSource.Stalled);
        try
        {
            await ReadBodyAsync(response, buffer, timer).ConfigureAwait(false);
        }
        catch (AttemptFailedException)
        {
            // Cut or stalled: what came is read.
        }

        return ErrorReader.ReadBody(buffer.Content);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<bool> ReadBodyAsync(TransportResponse response, PooledBuffer buffer, SilenceTimer timer)
    {
        timer.BeginWait();
        try
        {
            return await BodyReader.ReadAsync(response.Body, buffer, timer.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || NetworkFault.ClassifyBody(exception) is not null)
        {
            timer.ThrowIfCallerCancelled();
            throw Failed(response, new Failure(timer.Expired ?? NetworkFault.ClassifyBody(exception) ?? FailureSource.Truncated) { Exception = exception });
        }
        finally
        {
            timer.EndWait();
        }
    }

    private static ResponseSnapshot Whole(TransportResponse response, ReadOnlySpan<byte> body, TimeSpan elapsed)
    {
        if (!ResponseSnapshotReader.TryRead(body, out var snapshot))
        {
            throw Failed(response, Described(FailureSource.BadReply, ErrorReader.ReadBody(body)));
        }

        // A response with output is not read a second time in search of an error.
        var isFailed = snapshot.Status is ResponseStatus.Failed or ResponseStatus.Cancelled;
        if (isFailed || !snapshot.HasOutput)
        {
            var error = ErrorReader.Read(body);
            if (isFailed || !error.IsEmpty)
            {
                throw Failed(response, Described(FailureSource.InBand, error) with { ResponseId = snapshot.Id, Usage = snapshot.Usage });
            }
        }

        if (!snapshot.HasOutput || snapshot.Status is ResponseStatus.Queued or ResponseStatus.InProgress)
        {
            throw Failed(response, new Failure(FailureSource.BadReply) { ResponseId = snapshot.Id, Message = "The body is not a finished response." });
        }

        return snapshot with
        {
            Status = snapshot.Status == ResponseStatus.Incomplete ? ResponseStatus.Incomplete : ResponseStatus.Completed,
            RequestId = response.RequestId,
            TimeToFirstContent = elapsed,
        };
    }

    private static Failure Described(FailureSource source, ErrorFacts error) =>
        new(source) { Code = error.Code, Type = error.Type, Param = error.Param, Message = error.Message, MessageIsExcerpt = error.MessageIsExcerpt };

    private static AttemptFailedException Failed(TransportResponse response, Failure failure) =>
        new(failure with { RequestId = response.RequestId });
}
