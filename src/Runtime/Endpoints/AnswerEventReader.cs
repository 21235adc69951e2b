using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Streaming;

namespace TypedLlm.Endpoints;

/// <summary>Turns a call into events, and starts it again from its beginning if it breaks and may.</summary>
internal static class AnswerEventReader
{
    /// <param name="begin">Begins the call. Asked by the first step, since an iterator that is disposed before it gives nothing back.</param>
    /// <param name="restarts">Whether a broken answer starts again.</param>
    public static async IAsyncEnumerable<LlmEvent<string>> ReadAsync(Func<CallExecution> begin, bool restarts)
    {
        var call = begin();
        using var partial = new PartialText();
        await using (call.ConfigureAwait(false))
        {
            LlmAttempt? interrupted = null;
            while (true)
            {
                var answer = await OpenAsync(call).ConfigureAwait(false);
                if (interrupted is not null)
                {
                    yield return new LlmEvent<string>.Restarted(interrupted);
                }

                if (!restarts)
                {
                    call.ReleaseRequest();
                }

                partial.Clear();
                yield return StartOf(answer, call);
                var next = await NextAsync(call, answer, partial, isFirst: true).ConfigureAwait(false);
                while (next.Item is { } item)
                {
                    yield return item;
                    next = await NextAsync(call, answer, partial, isFirst: false).ConfigureAwait(false);
                }

                if (next.Failure is not { } failure)
                {
                    yield return await EndAsync(call, answer, partial).ConfigureAwait(false);
                    yield break;
                }

                call.PartialText = partial.ToTextOrNull();
                interrupted = restarts
                    ? await call.RecoverAsync(failure, wasSeen: true).ConfigureAwait(false)
                    : throw call.Fail(failure);
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

    private static async ValueTask<(LlmEvent<string>? Item, Failure? Failure)> NextAsync(
        CallExecution call, OpenedAnswer answer, PartialText partial, bool isFirst)
    {
        if (answer.Stream is not { } stream)
        {
            return isFirst && answer.Whole!.Text.Length > 0 ? (new LlmEvent<string>.Delta(answer.Whole.Text), null) : default;
        }

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

        switch (stream.Kind)
        {
            case AnswerItemKind.Reasoning:
                return (new LlmEvent<string>.Reasoning(stream.Text), null);
            case AnswerItemKind.Refusal:
                return (new LlmEvent<string>.Refusal(stream.Text), null);
            default:
                partial.Append(stream.Text);
                return (new LlmEvent<string>.Delta(stream.Text), null);
        }
    }

    private static async ValueTask<LlmEvent<string>> EndAsync(CallExecution call, OpenedAnswer answer, PartialText partial)
    {
        var response = answer.Whole ?? answer.Stream!.Snapshot;
        if (ResponseJudge.FailureOf(response) is { } failure)
        {
            call.PartialText = partial.ToTextOrNull();
            throw call.Fail(failure, response);
        }

        return new LlmEvent<string>.Completed(await call.CompleteAsync(response, response.Text).ConfigureAwait(false));
    }

    private static LlmEvent<string>.Started StartOf(OpenedAnswer answer, CallExecution call) => new(
        answer.Stream?.Model ?? (answer.Whole is { Model.Length: > 0 } whole ? whole.Model : call.RequestedModel),
        answer.Stream?.ResponseId ?? answer.Whole?.Id);
}
