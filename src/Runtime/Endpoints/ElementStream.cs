using System.Runtime.CompilerServices;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Streaming;

namespace TypedLlm.Endpoints;

/// <summary>
/// The elements of an answer that is a list, each as soon as it is whole and valid. Each enumeration is a call of its own. Until the first was handed out
/// any fault is repaired unseen; afterwards none can be.
/// </summary>
internal sealed class ElementStream<TPrompt, T>(
    RuntimeCore core, EndpointMethod method, TPrompt prompt, ElementFormat<T> format, LlmCallOptions? options, CancellationToken caller) : IAsyncEnumerable<T>
    where TPrompt : struct, IPrompt
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var validators = AnswerValidators<T>.Of(core.Services);
        var body = core.Render(method, prompt, options, caller);
        var call = core.Begin(method, body, format, options, core.Timers.StreamDeadline, caller, cancellationToken);
        var parser = new FormatParser<List<T>>(format, validators is null ? null : (all, findings) => Validate(validators, all, findings));
        using var elements = new ElementReader<T>(format, validators);
        using var partial = new PartialText();
        await using (call.ConfigureAwait(false))
        {
            var handedOut = 0;
            while (true)
            {
                var answer = await call.OpenAsync().ConfigureAwait(false);
                elements.Clear();
                partial.Clear();
                AnswerException? thrown = null;
                var (hasMore, failure) = await AdvanceAsync(call, answer, elements, partial).ConfigureAwait(false);
                while (failure is null)
                {
                    while (TryTake(elements, out var element, ref thrown))
                    {
                        handedOut++;
                        yield return element;
                    }

                    if (!hasMore)
                    {
                        break;
                    }

                    (hasMore, failure) = await AdvanceAsync(call, answer, elements, partial).ConfigureAwait(false);
                }

                var response = answer.Whole ?? answer.Stream!.SnapshotOrNull;
                if (thrown is not null)
                {
                    failure = response is not null ? ResponseJudge.Invalid(response, thrown) : new Failure(FailureSource.InvalidAnswer)
                    {
                        RequestId = failure!.RequestId,
                        ResponseId = failure.ResponseId,
                        Usage = failure.Usage,
                        Exception = thrown,
                    };
                }

                failure ??= ResponseJudge.FailureOf(response!);
                if (failure is null)
                {
                    var all = parser.Parse(response!);
                    if (all.Fault is not { } fault)
                    {
                        foreach (var element in all.Value.Skip(handedOut))
                        {
                            yield return element;
                        }

                        await call.CompleteAsync(response!, all).ConfigureAwait(false);
                        yield break;
                    }

                    failure = ResponseJudge.Invalid(response!, fault);
                }

                call.PartialText = response?.TextOrRefusal ?? partial.ToTextOrNull();
                _ = handedOut == 0 ? await call.RecoverAsync(failure!, response).ConfigureAwait(false) : throw call.Fail(failure!, response);
            }
        }
    }

    private void Validate(AnswerValidators<T> validators, List<T> elements, AnswerFindings findings)
    {
        for (var index = 0; index < elements.Count; index++)
        {
            validators.Check(elements[index], $"{format.Place}[{index}]", format.Schema, findings);
        }
    }

    /// <summary>The next element that may be handed out. After a check threw there is none; the answer is read to its end, since that tells what it cost.</summary>
    private static bool TryTake(ElementReader<T> elements, out T element, ref AnswerException? thrown)
    {
        try
        {
            return elements.TryTake(out element);
        }
        catch (AnswerException fault)
        {
            thrown = fault;
            element = default!;
            return false;
        }
    }

    /// <summary>Takes in more of the answer.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<(bool HasMore, Failure? Failure)> AdvanceAsync(
        CallExecution call, OpenedAnswer answer, ElementReader<T> elements, PartialText partial)
    {
        if (answer.Stream is not { } stream)
        {
            return default;
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
            return (false, exception.Failure);
        }
        catch (OperationCanceledException) when (call.IsCancelled)
        {
            call.PartialText = partial.ToTextOrNull();
            throw call.GiveUp();
        }

        if (stream.Kind == AnswerItemKind.Delta)
        {
            elements.Append(stream.Text);
            partial.Append(stream.Text);
        }

        return (true, null);
    }
}
