using TypedLlm.Resilience;

namespace TypedLlm.Registry;

/// <summary>What is known about one model under one credential.</summary>
internal sealed class ModelAccess(Circuit credential, BreakerOptions breaker, RetryOptions retry, TimeProvider time)
{
    private int _mayNotStream;

    public RetryBudget Budget { get; } = new(retry, time);

    public ModelChannel Streamed { get; } = new(credential, breaker, time);

    public ModelChannel Unary { get; } = new(credential, breaker, time);

    /// <summary>Whether the service has refused to stream this model to this organisation.</summary>
    public bool MayNotStream => Volatile.Read(ref _mayNotStream) != 0;

    /// <summary>Remembers that it may not be streamed. True for the first who finds out.</summary>
    public bool ForbidStreaming() => Interlocked.Exchange(ref _mayNotStream, 1) == 0;

    public ModelChannel Channel(bool stream) => stream ? Streamed : Unary;
}
