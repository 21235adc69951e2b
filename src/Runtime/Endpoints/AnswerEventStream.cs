using TypedLlm.CompilerServices;
using TypedLlm.Routing;

namespace TypedLlm.Endpoints;

/// <summary>An answer as events. Each enumeration is a call of its own.</summary>
internal sealed class AnswerEventStream<TPrompt>(
    RuntimeCore core, EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken caller) : IAsyncEnumerable<LlmEvent<string>>
    where TPrompt : struct, IPrompt
{
    public IAsyncEnumerator<LlmEvent<string>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        AnswerEventReader.ReadAsync(() => Begin(cancellationToken), method.OnInterrupted == InterruptedStream.Restart)
            .GetAsyncEnumerator(CancellationToken.None);

    private CallExecution Begin(CancellationToken enumerator)
    {
        enumerator.ThrowIfCancellationRequested();
        var body = core.Render(method, prompt, options, caller);
        return core.Begin(method, body, options, core.Timers.StreamDeadline, caller, enumerator);
    }
}
