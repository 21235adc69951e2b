using TypedLlm.TypedAnswers;
using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Streaming;

namespace TypedLlm.Endpoints;

/// <summary>Turns a call into events, and starts it again from its beginning if it breaks and may.</summary>
internal static class AnswerEventReader
{
    /// <param name="begin">Begins the call. Asked by the first step, since an iterator that is disposed before it gives nothing back.</param>
    /// <param name="view">Makes events of the text.</param>
    /// <param name="parser">Makes a value of the whole answer.</param>
    /// <param name="restarts">Whether a broken answer starts again. One of the wrong type always does.</param>
    public static async IAsyncEnumerable<LlmEvent<T>> ReadAsync<T>(Func<CallExecution> begin, IAnswerView<T> view, IAnswerParser<T> parser, bool restarts)
    {
        var call = begin();
        using var partial = new PartialText();
        using (view)
        await using (call.ConfigureAwait(false))
        {
            LlmAttempt? interrupted = null;
            while (true)
            {
                var answer = await OpenAsync(call).ConfigureAwait(false);
                if (interrupted is not null)
                {
                    yield return new LlmEvent<T>.Restarted(interrupted);
                }

                if (!restarts && parser.Format is null)
                {
                    call.ReleaseRequest();
                }

                partial.Clear();
                view.Clear();
                yield return StartOf<T>(answer, call);
                var next = await NextAsync(call, answer, view, partial, isFirst: true).ConfigureAwait(false);
                while (next.Item is { } item)
                {
                    yield return item;
                    next = await NextAsync(call, answer, view, partial, isFirst: false).ConfigureAwait(false);
                }

                if (next.Failure is null)
                {
                    next = await EndAsync(call, answer, parser, partial).ConfigureAwait(false);
                    if (next.Item is { } completed)
                    {
                        yield return completed;
                        yield break;
                    }
                }

                var failure = next.Failure!;
                call.PartialText = partial.ToTextOrNull();
                interrupted = restarts || failure.Source == FailureSource.InvalidAnswer
                    ? await call.RecoverAsync(failure, answer.Whole ?? answer.Stream!.SnapshotOrNull, wasSeen: true).ConfigureAwait(false)
                    : throw call.Fail(failure, mayRestart: true);
            }
        }
    }

    /// <summary>Opens an answer that can be handed out. One that came whole and is no success is replaced unseen.</summary>
    private static async ValueTask<OpenedAnswer> OpenAsync(CallExecution call)
    {
        while (true)
        {
            var answer = await call.OpenAsync().ConfigureAwait(false);
            if (answer.Whole is not { } whole || ResponseJudge.FailureOf(whole) is not { } failure)
            {
                return answer;
            }

            await call.RecoverAsync(failure, whole).ConfigureAwait(false);
        }
    }

    private static async ValueTask<(LlmEvent<T>? Item, Failure? Failure)> NextAsync<T>(
        CallExecution call, OpenedAnswer answer, IAnswerView<T> view, PartialText partial, bool isFirst)
    {
        if (answer.Stream is not { } stream)
        {
            return isFirst && answer.Whole!.Text.Length > 0 ? (view.Append(answer.Whole.Text), null) : default;
        }

        LlmEvent<T>? item = null;
        while (item is null)
        {
            try
            {
                if (!await stream.MoveNextAsync().ConfigureAwait(false))
                {
                    return default;
                }
            }
            catch (AttemptFailedException exception)
            {
                return (null, exception.Failure);
            }
            catch (OperationCanceledException) when (call.IsCancelled)
            {
                call.PartialText = partial.ToTextOrNull();
                throw call.GiveUp();
            }

            item = Show(stream, view, partial);
        }

        return (item, null);
    }

    private static LlmEvent<T>? Show<T>(AnswerStream stream, IAnswerView<T> view, PartialText partial)
    {
        switch (stream.Kind)
        {
            case AnswerItemKind.Reasoning:
                return new LlmEvent<T>.Reasoning(stream.Text);
            case AnswerItemKind.Refusal:
                return new LlmEvent<T>.Refusal(stream.Text);
            default:
                partial.Append(stream.Text);
                return view.Append(stream.Text);
        }
    }

    private static async ValueTask<(LlmEvent<T>? Item, Failure? Failure)> EndAsync<T>(
        CallExecution call, OpenedAnswer answer, IAnswerParser<T> parser, PartialText partial)
    {
        var response = answer.Whole ?? answer.Stream!.Snapshot;
        if (ResponseJudge.FailureOf(response) is { } failure)
        {
            call.PartialText = partial.ToTextOrNull();
            throw call.Fail(failure, response);
        }

        var parsed = parser.Parse(response);
        return parsed.Fault is { } fault
            ? (null, ResponseJudge.Invalid(response, fault))
            : (new LlmEvent<T>.Completed(await call.CompleteAsync(response, parsed).ConfigureAwait(false)), null);
    }

    private static LlmEvent<T>.Started StartOf<T>(OpenedAnswer answer, CallExecution call) => new(
        answer.Stream?.Model ?? (answer.Whole is { Model.Length: > 0 } whole ? whole.Model : call.RequestedModel),
        answer.Stream?.ResponseId ?? answer.Whole?.Id);
}
