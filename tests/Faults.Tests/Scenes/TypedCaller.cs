using TypedLlm.FaultTests.Endpoints;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>Makes a call that is answered with a type, in one form, and writes down what comes of it.</summary>
internal sealed class TypedCaller(IReceiptDesk desk, TypedForm form)
{
    public const string Text = "the receipt of today";

    private readonly List<ReceiptLine> _lines = [];
    private readonly List<string> _events = [];
    private LlmResult<string>? _result;

    public async Task<TypedReport> CallAsync(string text = Text, CancellationToken cancellationToken = default)
    {
        var options = new LlmCallOptions { OnCompleted = result => _result = result };
        Exception? failure = null;
        try
        {
            await AskAsync(text, options, cancellationToken);
        }
        catch (LlmException exception)
        {
            failure = exception;
        }

        return new TypedReport(_lines, _events, _result, failure);
    }

    private Task AskAsync(string text, LlmCallOptions options, CancellationToken ct) => form switch
    {
        TypedForm.Whole => TakeAsync(desk.ReadAsync(text, options, ct)),
        TypedForm.Result => TakeAsync(desk.ReadForResultAsync(text, options, ct)),
        TypedForm.Unary => TakeAsync(desk.ReadUnaryAsync(text, options, ct)),
        TypedForm.Events => TakeAsync(desk.WatchAsync(text, options, ct)),
        _ => TakeAsync(desk.LinesAsync(text, options, ct)),
    };

    private async Task TakeAsync(Task<Receipt> answer) => _lines.AddRange((await answer).Lines);

    private async Task TakeAsync(Task<LlmResult<Receipt>> answer)
    {
        var result = await answer;
        _lines.AddRange(result.Value.Lines);
        AssertAsReported(result);
    }

    private async Task TakeAsync(IAsyncEnumerable<ReceiptLine> lines)
    {
        await foreach (var line in lines)
        {
            _lines.Add(line);
        }
    }

    private async Task TakeAsync(IAsyncEnumerable<LlmEvent<Receipt>> events)
    {
        await foreach (var item in events)
        {
            if (item is not (LlmEvent<Receipt>.Delta or LlmEvent<Receipt>.Partial))
            {
                _events.Add(item.GetType().Name);
            }

            if (item is LlmEvent<Receipt>.Completed completed)
            {
                _lines.AddRange(completed.Result.Value.Lines);
                AssertAsReported(completed.Result);
            }
        }
    }

    private void AssertAsReported(LlmResult<Receipt> result)
    {
        Assert.Equal(_result?.Warnings, result.Warnings);
        Assert.Equal((_result?.Usage, _result?.TotalUsage, _result?.Cost), (result.Usage, result.TotalUsage, result.Cost));
    }
}
