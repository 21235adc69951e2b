using System.ComponentModel;
using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;
using TypedLlm.Routing;

namespace TypedLlm.CompilerServices;

/// <summary>What generated code calls. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlmInvoker
{
    private readonly RuntimeCore _core;

    internal LlmInvoker(RuntimeCore core) => _core = core;

    internal RuntimeCore Core => _core;

    /// <summary>Asks for the whole answer's text.</summary>
    /// <typeparam name="TPrompt">The arguments of the call.</typeparam>
    /// <param name="method">The method that is called.</param>
    /// <param name="prompt">The arguments of the call.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <exception cref="LlmException">No model of the chain answered.</exception>
    /// <exception cref="ArgumentException">An option is outside of what the service takes.</exception>
    /// <exception cref="ObjectDisposedException">The runtime was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<string> CallAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<string>(cancellationToken)
            : WholeAnswer.GetTextAsync(_core, method, _core.Render(method, prompt, options, cancellationToken), options, cancellationToken);

    /// <summary>Asks for the whole answer with what it took.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public Task<LlmResult<string>> CallForResultAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<LlmResult<string>>(cancellationToken)
            : WholeAnswer.GetAsync(_core, method, _core.Render(method, prompt, options, cancellationToken), AnswerText.Instance, options, cancellationToken).AsTask();

    /// <summary>Streams the answer's text. Each enumeration is a call of its own.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public IAsyncEnumerable<string> StreamAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt
    {
        _core.Check(method, options);
        return new TextStream<TPrompt>(_core, method, prompt, options, cancellationToken);
    }

    /// <summary>Streams the answer as events. Each enumeration is a call of its own.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt}"/>
    public IAsyncEnumerable<LlmEvent<string>> StreamEventsAsync<TPrompt>(
        EndpointMethod method, TPrompt prompt, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt
    {
        _core.Check(method, options);
        return new AnswerEventStream<TPrompt, string>(_core, method, prompt, AnswerText.Instance, static () => new DeltaView<string>(), options, cancellationToken);
    }

    /// <summary>Asks for an answer of a type.</summary>
    /// <typeparam name="TPrompt">The arguments of the call.</typeparam>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="method">The method that is called.</param>
    /// <param name="prompt">The arguments of the call.</param>
    /// <param name="format">How the answer is asked for and read.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <exception cref="LlmException">No model of the chain answered, or none with an answer of the type.</exception>
    /// <exception cref="ArgumentException">An option is outside of what the service takes.</exception>
    /// <exception cref="ObjectDisposedException">The runtime was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> CallAsync<TPrompt, T>(
        EndpointMethod method, TPrompt prompt, AnswerFormat<T> format, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt =>
        (await CallForResultAsync(method, prompt, format, options, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Asks for an answer of a type, with what it took.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt, T}"/>
    public Task<LlmResult<T>> CallForResultAsync<TPrompt, T>(
        EndpointMethod method, TPrompt prompt, AnswerFormat<T> format, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<LlmResult<T>>(cancellationToken)
            : WholeAnswer.GetAsync(
                _core, method, _core.Render(method, prompt, options, cancellationToken), FormatParser<T>.Of(format, _core.Services), options, cancellationToken).AsTask();

    /// <summary>Streams an answer of a type as events. Each enumeration is a call of its own.</summary>
    /// <inheritdoc cref="CallAsync{TPrompt, T}"/>
    public IAsyncEnumerable<LlmEvent<T>> StreamEventsAsync<TPrompt, T>(
        EndpointMethod method, TPrompt prompt, AnswerFormat<T> format, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt
    {
        _core.Check(method, options);
        return new AnswerEventStream<TPrompt, T>(
            _core, method, prompt, FormatParser<T>.Of(format, _core.Services), format.NewView, options, cancellationToken);
    }

    /// <summary>Streams the elements of an answer that is a list, each as soon as it is whole. Each enumeration is a call of its own.</summary>
    /// <typeparam name="TPrompt">The arguments of the call.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="method">The method that is called.</param>
    /// <param name="prompt">The arguments of the call.</param>
    /// <param name="format">How the answer is asked for and read.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <exception cref="LlmException">While it is enumerated: no model of the chain answered, or the answer broke after its first element.</exception>
    /// <exception cref="ArgumentException">An option is outside of what the service takes.</exception>
    /// <exception cref="ObjectDisposedException">The runtime was disposed.</exception>
    public IAsyncEnumerable<T> StreamElementsAsync<TPrompt, T>(
        EndpointMethod method, TPrompt prompt, ElementFormat<T> format, LlmCallOptions? options, CancellationToken cancellationToken)
        where TPrompt : struct, IPrompt
    {
        _core.Check(method, options);
        return new ElementStream<TPrompt, T>(_core, method, prompt, format, options, cancellationToken);
    }
}
