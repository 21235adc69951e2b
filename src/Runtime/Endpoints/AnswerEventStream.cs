using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Routing;

namespace TypedLlm.Endpoints;

/// <summary>An answer as events. Each enumeration is a call of its own.</summary>
/// <param name="core">The runtime.</param>
/// <param name="method">The method that is called.</param>
/// <param name="prompt">The arguments of the call.</param>
/// <param name="parser">Makes a value of the whole answer.</param>
/// <param name="view">Makes what turns text into events.</param>
/// <param name="options">Settings of this call.</param>
/// <param name="caller">The caller's token.</param>
internal sealed class AnswerEventStream<TPrompt, T>(
    RuntimeCore core,
    EndpointMethod method,
    TPrompt prompt,
    IAnswerParser<T> parser,
    Func<IAnswerView<T>> view,
    LlmCallOptions? options,
    CancellationToken caller) : IAsyncEnumerable<LlmEvent<T>>
    where TPrompt : struct, IPrompt
{
    public IAsyncEnumerator<LlmEvent<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        AnswerEventReader.ReadAsync(() => Begin(cancellationToken), view(), parser, method.OnInterrupted == InterruptedStream.Restart)
            .GetAsyncEnumerator(CancellationToken.None);

    private CallExecution Begin(CancellationToken enumerator)
    {
        enumerator.ThrowIfCancellationRequested();
        var body = core.Render(method, prompt, options, caller);
        return core.Begin(method, body, parser.Format, options, core.Timers.StreamDeadline, caller, enumerator);
    }
}
