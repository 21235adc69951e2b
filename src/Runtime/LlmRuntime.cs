using System.ComponentModel;
using TypedLlm.CompilerServices;

namespace TypedLlm;

/// <summary>What endpoints run on: the catalog, the connections, and what is known about the health of each model. One per application.</summary>
public sealed class LlmRuntime : IDisposable, IAsyncDisposable
{
    /// <summary>Makes a runtime without a container, for the service OpenAI.</summary>
    /// <param name="apiKey">The key that is sent as the bearer token.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The key is empty.</exception>
    public static LlmRuntime Create(string apiKey) => throw new NotSupportedException();

    /// <summary>Makes a runtime without a container.</summary>
    /// <param name="options">The settings. Copied where it matters: later changes have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is missing or unusable; the message names it.</exception>
    public static LlmRuntime Create(TypedLlmOptions options) => throw new NotSupportedException();

    /// <summary>What generated code calls. Not meant to be used by hand.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LlmInvoker Invoker { get; } = new();

    /// <summary>Closes the connections. Calls that are made later throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
