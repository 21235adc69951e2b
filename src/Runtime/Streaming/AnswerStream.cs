using System.Runtime.CompilerServices;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Streaming;

/// <summary>
/// One streamed answer. It is whole only with its terminal event, whose snapshot is the truth: deltas are handed out as they come, and once one is
/// damaged or missing nothing more is taken from them, but the rest of the text from the snapshot. What was handed out is compared with the
/// snapshot in any case.
/// </summary>
/// <remarks>Nothing is buffered before the first content: lifecycle events are read and forgotten, so no number of them can fill memory.</remarks>
internal sealed class AnswerStream : IAsyncDisposable
{
    private readonly EventStream _events;
    private readonly SilenceTimer _timer;
    private readonly TimeSpan _idle;
    private readonly TimeProvider _time;
    private readonly long _sentAt;
    private EventSequence _sequence;
    private YieldedText _yielded;
    private bool _holdsBack;
    private bool _sawText;
    private bool _hasItem;
    private long _contentBytes;
    private ResponseSnapshot? _snapshot;

    public AnswerStream(TransportResponse response, SilenceTimer timer, TimeSpan idle, TimeProvider time, long sentAt)
    {
        _events = new EventStream(response, timer);
        _timer = timer;
        _idle = idle;
        _time = time;
        _sentAt = sentAt;
    }

    private enum Step
    {
        /// <summary>All that has arrived is read.</summary>
        NeedsMore,

        /// <summary>Content that is not handed out.</summary>
        Content,

        /// <summary><see cref="Kind"/> and <see cref="Text"/> hold an item.</summary>
        Item,

        /// <summary>The terminal event was read.</summary>
        End,
    }

    /// <summary>The model as the service named it, from the first event on.</summary>
    public string? Model { get; private set; }

    public string? ResponseId => _events.ResponseId;

    public string? RequestId => _events.RequestId;

    public TimeSpan? TimeToFirstContent { get; private set; }

    public AnswerItemKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The whole response. Set once the stream has ended well.</summary>
    public ResponseSnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("The stream has not ended.");

    /// <summary>The whole response; null while the stream has not ended well.</summary>
    public ResponseSnapshot? SnapshotOrNull => _snapshot;

    /// <summary>Moves to the next item; false when the terminal event was read. Completes at once while items are there.</summary>
    /// <exception cref="AttemptFailedException">Stalled, Truncated, InBand or BadReply.</exception>
    /// <exception cref="OperationCanceledException">The attempt's token was cancelled.</exception>
    public ValueTask<bool> MoveNextAsync()
    {
        if (_hasItem)
        {
            _hasItem = false;
            return new ValueTask<bool>(true);
        }

        try
        {
            while (true)
            {
                switch (Advance(wantsItems: true))
                {
                    case Step.Item:
                        return new ValueTask<bool>(true);
                    case Step.End:
                        return new ValueTask<bool>(false);
                    case Step.NeedsMore:
                        var more = _events.ReadMoreAsync();
                        if (!more.IsCompletedSuccessfully)
                        {
                            return AwaitItemAsync(more);
                        }

                        more.GetAwaiter().GetResult();
                        break;
                }
            }
        }
        catch (AttemptFailedException exception)
        {
            // As from any task: where the failure was found is no matter of the caller's.
            return ValueTask.FromException<bool>(exception);
        }
    }

    /// <summary>Reads to the terminal event without making strings of deltas.</summary>
    /// <exception cref="AttemptFailedException">Stalled, Truncated, InBand or BadReply.</exception>
    /// <exception cref="OperationCanceledException">The attempt's token was cancelled.</exception>
    public async ValueTask<ResponseSnapshot> ReadToEndAsync()
    {
        _hasItem = false;
        Step step;
        while ((step = Advance(wantsItems: false)) != Step.End)
        {
            if (step == Step.NeedsMore)
            {
                await _events.ReadMoreAsync().ConfigureAwait(false);
            }
        }

        return Snapshot;
    }

    /// <summary>Reads until content or the terminal event came. An item found is what the next <see cref="MoveNextAsync"/> hands out.</summary>
    internal async ValueTask ReadToFirstContentAsync()
    {
        Step step;
        while ((step = Advance(wantsItems: true)) == Step.NeedsMore)
        {
            await _events.ReadMoreAsync().ConfigureAwait(false);
        }

        _hasItem = step == Step.Item;
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AwaitItemAsync(ValueTask more)
    {
        await more.ConfigureAwait(false);
        while (true)
        {
            switch (Advance(wantsItems: true))
            {
                case Step.Item:
                    return true;
                case Step.End:
                    return false;
                case Step.NeedsMore:
                    await _events.ReadMoreAsync().ConfigureAwait(false);
                    break;
            }
        }
    }

    private Step Advance(bool wantsItems)
    {
        if (_snapshot is not null)
        {
            return Step.End;
        }

        while (_events.TryRead(out var next))
        {
            var order = _sequence.Next(next.SequenceNumber);
            _holdsBack |= order == EventOrder.AfterGap;
            switch (next.Kind)
            {
                case ResponseEventKind.Text or ResponseEventKind.Reasoning or ResponseEventKind.Refusal or ResponseEventKind.OtherContent
                    when order != EventOrder.Repeated:
                    return TakeContent(next, wantsItems);
                case ResponseEventKind.Begun when Model is null:
                    Identify(next.Json);
                    break;
                case ResponseEventKind.Damaged:
                    _holdsBack = true;
                    break;
                case ResponseEventKind.Completed or ResponseEventKind.Incomplete or ResponseEventKind.Failed:
                    return End(next, wantsItems);
                case ResponseEventKind.Error:
                    throw _events.Failed(InBand(ErrorReader.Read(next.Json)));
                case ResponseEventKind.EndMarker:
                    throw _events.Failed(new Failure(FailureSource.Truncated));
            }
        }

        return Step.NeedsMore;
    }

    private Step TakeContent(in ResponseEvent next, bool wantsItems)
    {
        TimeToFirstContent ??= _time.GetElapsedTime(_sentAt);
        _timer.Allow(_idle, FailureSource.Stalled);
        _sawText |= next.Kind == ResponseEventKind.Text;
        _contentBytes += next.Json.Length;
        if (_contentBytes > EventStream.MaxEventBytes)
        {
            // Its terminal event, which has to carry it all, would be refused in any case.
            throw _events.Failed(new Failure(FailureSource.BadReply) { Message = "The answer is larger than 32 MiB." });
        }

        if (!wantsItems || _holdsBack || next.Kind == ResponseEventKind.OtherContent)
        {
            return Step.Content;
        }

        if (!JsonStrings.TryDecode(next.Json, out var text))
        {
            _holdsBack = true;
            return Step.Content;
        }

        switch (next.Kind)
        {
            case ResponseEventKind.Reasoning:
                Kind = AnswerItemKind.Reasoning;
                break;
            case ResponseEventKind.Refusal:
                Kind = AnswerItemKind.Refusal;
                break;
            default:
                Kind = AnswerItemKind.Delta;
                _yielded.Add(text);
                break;
        }

        Text = text;
        return Step.Item;
    }

    private void Identify(ReadOnlySpan<byte> response)
    {
        if (ResponseSnapshotReader.TryRead(response, out var begun))
        {
            Model = begun.Model.Length > 0 ? begun.Model : null;
            _events.ResponseId = begun.Id;
        }
    }

    private Step End(in ResponseEvent terminal, bool wantsItems)
    {
        if (!ResponseSnapshotReader.TryRead(terminal.Json, out var response))
        {
            throw _events.Failed(new Failure(FailureSource.Truncated));
        }

        _events.ResponseId = response.Id ?? ResponseId;
        _events.Finish();
        if (terminal.Kind == ResponseEventKind.Failed || response.Status is ResponseStatus.Failed or ResponseStatus.Cancelled)
        {
            throw _events.Failed(new Failure(FailureSource.InBand) { Code = response.ErrorCode, Message = response.ErrorMessage, Usage = response.Usage });
        }

        if (!response.HasOutput)
        {
            throw _events.Failed(new Failure(FailureSource.Truncated) { Usage = response.Usage });
        }

        var isWhole = terminal.Kind == ResponseEventKind.Completed && response.Status != ResponseStatus.Incomplete;
        var rest = Rest(response, isWhole, wantsItems);
        if (response.Text.Length > 0)
        {
            TimeToFirstContent ??= _time.GetElapsedTime(_sentAt);
        }

        _snapshot = response with
        {
            Id = ResponseId,
            Model = response.Model.Length > 0 ? response.Model : Model ?? "",
            Status = isWhole ? ResponseStatus.Completed : ResponseStatus.Incomplete,
            RequestId = RequestId,
            TimeToFirstContent = TimeToFirstContent,
        };
        if (rest.Length == 0)
        {
            return Step.End;
        }

        Kind = AnswerItemKind.Delta;
        Text = rest;
        return Step.Item;
    }

    /// <summary>The text that was not handed out yet. An incomplete response may have lost text to a filter, a whole one must not.</summary>
    private string Rest(ResponseSnapshot response, bool isWhole, bool wantsItems)
    {
        var rest = "";
        var agrees = wantsItems ? _yielded.IsPrefixOf(response.Text, out rest) : !_sawText || response.Text.Length > 0;
        if (!agrees && isWhole)
        {
            throw _events.Failed(new Failure(FailureSource.BadReply)
            {
                Message = "The terminal event's text is not the text that was streamed.",
                Usage = response.Usage,
            });
        }

        return rest;
    }

    private static Failure InBand(ErrorFacts error) =>
        new(FailureSource.InBand) { Code = error.Code, Type = error.Type, Param = error.Param, Message = error.Message };
}
