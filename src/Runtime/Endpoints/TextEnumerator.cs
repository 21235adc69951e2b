using System.Runtime.CompilerServices;
using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Streaming;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Endpoints;

/// <summary>
/// Hands out the text of one call. Written by hand, so that a token that lies in the buffer costs neither a state machine nor a task.
/// </summary>
internal sealed class TextEnumerator(CallExecution call) : IAsyncEnumerator<string>
{
    private readonly PartialText _partial = new();
    private AnswerStream? _stream;
    private ResponseSnapshot? _whole;
    private bool _isCommitted;
    private bool _isEnded;

    public string Current { get; private set; } = "";

    public ValueTask<bool> MoveNextAsync()
    {
        if (_stream is not { } stream)
        {
            return _isEnded ? new(false) : StartOrEndAsync();
        }

        var next = ReadAsync(stream);
        if (!next.IsCompletedSuccessfully)
        {
            return ContinueAsync(stream, next);
        }

        if (!next.Result)
        {
            return EndAsync(stream.Snapshot);
        }

        if (stream.Kind != AnswerItemKind.Delta)
        {
            return ContinueAsync(stream, ReadAsync(stream));
        }

        Take(stream.Text);
        return new(true);
    }

    public async ValueTask DisposeAsync()
    {
        _isEnded = true;
        _stream = null;
        _partial.Dispose();
        await call.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The next item; a failure is in the task wherever it happened.</summary>
    private static ValueTask<bool> ReadAsync(AnswerStream stream)
    {
        try
        {
            return stream.MoveNextAsync();
        }
        catch (Exception exception) when (exception is AttemptFailedException or OperationCanceledException)
        {
            return ValueTask.FromException<bool>(exception);
        }
    }

    private void Take(string text)
    {
        if (!_isCommitted)
        {
            // Nobody else is asked from here on.
            _isCommitted = true;
            call.ReleaseRequest();
        }

        Current = text;
        _partial.Append(text);
    }

    /// <summary>Opens the answer; or ends it, if it came whole and has been handed out.</summary>
    private async ValueTask<bool> StartOrEndAsync()
    {
        if (_whole is { } handedOut)
        {
            return await EndAsync(handedOut).ConfigureAwait(false);
        }

        // Whatever is thrown meanwhile is the end.
        _isEnded = true;
        while (true)
        {
            var answer = await call.OpenAsync().ConfigureAwait(false);
            if (answer.Stream is { } stream)
            {
                _isEnded = false;
                _stream = stream;
                return await ContinueAsync(stream, stream.MoveNextAsync()).ConfigureAwait(false);
            }

            var whole = answer.Whole!;
            if (ResponseJudge.FailureOf(whole) is { } failure)
            {
                await call.RecoverAsync(failure, whole).ConfigureAwait(false);
                continue;
            }

            if (whole.Text.Length == 0)
            {
                return await EndAsync(whole).ConfigureAwait(false);
            }

            _isEnded = false;
            _whole = whole;
            Take(whole.Text);
            return true;
        }
    }

    /// <summary>Reads on to the next text, past reasoning and refusals, which a stream of plain text does not show.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ContinueAsync(AnswerStream stream, ValueTask<bool> next)
    {
        try
        {
            while (await next.ConfigureAwait(false))
            {
                if (stream.Kind == AnswerItemKind.Delta)
                {
                    Take(stream.Text);
                    return true;
                }

                next = stream.MoveNextAsync();
            }
        }
        catch (AttemptFailedException exception)
        {
            return await ReplaceOrFailAsync(exception.Failure, response: null).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.IsCancelled)
        {
            Stop();
            throw call.GiveUp();
        }

        return await EndAsync(stream.Snapshot).ConfigureAwait(false);
    }

    private async ValueTask<bool> EndAsync(ResponseSnapshot response)
    {
        if (ResponseJudge.FailureOf(response) is { } failure)
        {
            return await ReplaceOrFailAsync(failure, response).ConfigureAwait(false);
        }

        _isEnded = true;
        _stream = null;
        await call.CompleteAsync(response, AnswerText.Instance.Parse(response)).ConfigureAwait(false);
        return false;
    }

    /// <summary>The answer broke: if none of its text was handed out, another one takes its place unseen.</summary>
    private async ValueTask<bool> ReplaceOrFailAsync(Failure failure, ResponseSnapshot? response)
    {
        Stop();
        if (_isCommitted)
        {
            throw call.Fail(failure, response);
        }

        await call.RecoverAsync(failure, response).ConfigureAwait(false);
        return await StartOrEndAsync().ConfigureAwait(false);
    }

    private void Stop()
    {
        _isEnded = true;
        _stream = null;
        call.PartialText = _partial.ToTextOrNull();
    }
}
