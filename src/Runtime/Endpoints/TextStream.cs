using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.Routing;

namespace TypedLlm.Endpoints;

/// <summary>The text of an answer as it arrives. Each enumeration is a call of its own.</summary>
internal sealed class TextStream<TPrompt>(
    RuntimeCore core, EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken caller) : IAsyncEnumerable<string>
    where TPrompt : struct, IPrompt
{
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = core.Render(method, prompt, options, caller);
        return new TextEnumerator(core.Begin(method, body, format: null, options, core.Timers.StreamDeadline, caller, cancellationToken));
    }
}
