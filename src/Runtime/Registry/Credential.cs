using System.Collections.Concurrent;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Registry;

/// <summary>One key of a provider: the transport that sends it, and what is known about the models it may ask.</summary>
internal sealed class Credential(string key, ResponsesTransport transport, BreakerOptions breaker, RetryOptions retry, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ModelAccess> _models = new(StringComparer.Ordinal);
    private readonly Circuit _circuit = new(time);

    public ResponsesTransport Transport { get; } = transport;

    public bool IsFor(string other) => key == other;

    public ModelAccess Model(string id) =>
        _models.TryGetValue(id, out var access) ? access : _models.GetOrAdd(id, static (_, self) => self.NewAccess(), this);

    private ModelAccess NewAccess() => new(_circuit, breaker, retry, time);
}
