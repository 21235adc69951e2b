using System.Runtime.CompilerServices;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Streaming;

namespace TypedLlm.Endpoints;

/// <summary>A call whose answer is returned whole. Nothing is exposed before the end, so any fault of a stream is repaired unseen.</summary>
internal static class WholeAnswer
{
    public static async Task<string> GetTextAsync(
        RuntimeCore core, EndpointMethod method, RequestBody body, LlmCallOptions? options, CancellationToken cancellationToken) =>
        (await GetAsync(core, method, body, AnswerText.Instance, options, cancellationToken).ConfigureAwait(false)).Value;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<LlmResult<T>> GetAsync<T>(
        RuntimeCore core, EndpointMethod method, RequestBody body, IAnswerParser<T> parser, LlmCallOptions? options, CancellationToken cancellationToken)
    {
        var call = core.Begin(method, body, parser.Format, options, core.Timers.Deadline, cancellationToken);
        await using (call.ConfigureAwait(false))
        {
            while (true)
            {
                var answer = await call.OpenAsync().ConfigureAwait(false);
                ResponseSnapshot response;
                try
                {
                    response = answer.Whole ?? await answer.Stream!.ReadToEndAsync().ConfigureAwait(false);
                }
                catch (AttemptFailedException exception)
                {
                    await call.RecoverAsync(exception.Failure).ConfigureAwait(false);
                    continue;
                }
                catch (OperationCanceledException) when (call.IsCancelled)
                {
                    throw call.GiveUp();
                }

                if (ResponseJudge.FailureOf(response) is not { } failure)
                {
                    var parsed = parser.Parse(response);
                    if (parsed.Fault is not { } fault)
                    {
                        return await call.CompleteAsync(response, parsed).ConfigureAwait(false);
                    }

                    failure = ResponseJudge.Invalid(response, fault);
                }

                await call.RecoverAsync(failure, response).ConfigureAwait(false);
            }
        }
    }
}
