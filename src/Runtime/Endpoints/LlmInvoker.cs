using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>What generated code calls. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlmInvoker
{
    internal LlmInvoker()
    {
    }

    /// <summary>Asks for the whole answer's text.</summary>
    /// <typeparam name="TPrompt">The arguments of the call.</typeparam>
    /// <param name="method">The method that is called.</param>
    /// <param name="prompt">The arguments of the call.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <exception cref="LlmException">No model of the chain answered.</exception>
    public Task<string> CallAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt => throw new NotSupportedException();

    /// <summary>Asks for the whole answer with what it took.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public Task<LlmResult<string>> CallForResultAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt => throw new NotSupportedException();

    /// <summary>Streams the answer's text. Each enumeration is a call of its own.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public IAsyncEnumerable<string> StreamAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt => throw new NotSupportedException();

    /// <summary>Streams the answer as events. Each enumeration is a call of its own.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public IAsyncEnumerable<LlmEvent<string>> StreamEventsAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt => throw new NotSupportedException();
}
