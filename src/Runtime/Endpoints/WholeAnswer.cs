using System.Runtime.CompilerServices;
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
        (await GetAsync(core, method, body, options, cancellationToken).ConfigureAwait(false)).Value;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<LlmResult<string>> GetAsync(
        RuntimeCore core, EndpointMethod method, RequestBody body, LlmCallOptions? options, CancellationToken cancellationToken)
    {
        var call = core.Begin(method, body, options, core.Timers.Deadline, cancellationToken);
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
                    return await call.CompleteAsync(response).ConfigureAwait(false);
                }

                await call.RecoverAsync(failure, response).ConfigureAwait(false);
            }
        }
    }
}
