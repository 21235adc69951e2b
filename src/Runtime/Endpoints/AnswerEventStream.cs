using TypedLlm.CompilerServices;
using TypedLlm.Routing;

namespace TypedLlm.Endpoints;

/// <summary>An answer as events. Each enumeration is a call of its own.</summary>
internal sealed class AnswerEventStream<TPrompt>(
    RuntimeCore core, EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken caller) : IAsyncEnumerable<LlmEvent<string>>
    where TPrompt : struct, IPrompt
{
    public IAsyncEnumerator<LlmEvent<string>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = core.Render(method, prompt, options, caller);
        var call = core.Begin(method, body, options, core.Timers.StreamDeadline, caller, cancellationToken);
        return AnswerEventReader.ReadAsync(call, method.OnInterrupted == InterruptedStream.Restart).GetAsyncEnumerator(CancellationToken.None);
    }
}
