using System.Text;
using TypedLlm.FaultTests.Endpoints;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>Makes a call in one form and writes down what comes of it, as a careful user of the library would.</summary>
internal sealed class Caller(IDesk desk, CallForm form)
{
    public const string Question = "where the parcel is";

    private readonly StringBuilder _text = new();
    private readonly List<LlmEvent<string>> _events = [];
    private LlmResult<string>? _result;
    private int _parts;

    /// <summary>Runs after each item of a stream; a test holds the stream or cancels here.</summary>
    public Func<int, Task>? OnItem { get; init; }

    /// <summary>Leaves a stream after so many pieces of text; 0: reads it to its end.</summary>
    public int LeavesAfterParts { get; init; }

    private bool Leaves => LeavesAfterParts > 0 && _parts >= LeavesAfterParts;

    public async Task<CallReport> CallAsync(LlmCallOptions? options = null, string question = Question, CancellationToken cancellationToken = default)
    {
        options = (options ?? new LlmCallOptions()) with { OnCompleted = result => _result = result };
        Exception? failure = null;
        try
        {
            await AskAsync(question, options, cancellationToken);
        }
        catch (Exception exception) when (exception is LlmException or OperationCanceledException or ArgumentException or ObjectDisposedException)
        {
            failure = exception;
        }

        return new CallReport(_text.ToString(), _parts, _result, failure) { Events = _events };
    }

    private Task AskAsync(string question, LlmCallOptions options, CancellationToken ct) => form switch
    {
        CallForm.Whole => TakeAsync(desk.AnswerAsync(question, options, ct)),
        CallForm.Result => TakeAsync(desk.AnswerForResultAsync(question, options, ct)),
        CallForm.Unary => TakeAsync(desk.AnswerUnaryAsync(question, options, ct)),
        CallForm.Text => TakeAsync(desk.StreamAsync(question, options, ct)),
        CallForm.Events => TakeAsync(desk.WatchAsync(question, options, ct)),
        _ => TakeAsync(desk.WatchWithRestartAsync(question, options, ct)),
    };

    private async Task TakeAsync(Task<string> answer) => _text.Append(await answer);

    private async Task TakeAsync(Task<LlmResult<string>> answer)
    {
        _result = await answer;
        _text.Append(_result.Value);
    }

    private async Task TakeAsync(IAsyncEnumerable<string> parts)
    {
        await foreach (var part in parts)
        {
            _text.Append(part);
            _parts++;
            if (Leaves)
            {
                return;
            }

            await (OnItem?.Invoke(_parts) ?? Task.CompletedTask);
        }
    }

    private async Task TakeAsync(IAsyncEnumerable<LlmEvent<string>> events)
    {
        await foreach (var item in events)
        {
            _events.Add(item);
            switch (item)
            {
                case LlmEvent<string>.Delta delta:
                    _text.Append(delta.Text);
                    _parts++;
                    break;
                case LlmEvent<string>.Restarted:
                    _text.Clear();
                    break;
                case LlmEvent<string>.Completed completed:
                    _result = completed.Result;
                    break;
            }

            if (Leaves)
            {
                return;
            }

            await (OnItem?.Invoke(_events.Count) ?? Task.CompletedTask);
        }
    }
}
