using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Resilience;

namespace TypedLlm.Registry;

/// <summary>What is known about one model under one credential.</summary>
internal sealed class ModelAccess(Circuit credential, BreakerOptions breaker, RetryOptions retry, TimeProvider time)
{
    private int _mayNotStream;
    private int _weakest = (int)AnswerMode.Schema;

    public RetryBudget Budget { get; } = new(retry, time);

    public ModelChannel Streamed { get; } = new(credential, breaker, time);

    public ModelChannel Unary { get; } = new(credential, breaker, time);

    /// <summary>Whether the service has refused to stream this model to this organisation.</summary>
    public bool MayNotStream => Volatile.Read(ref _mayNotStream) != 0;

    /// <summary>Remembers that it may not be streamed. True for the first who finds out.</summary>
    public bool ForbidStreaming() => Interlocked.Exchange(ref _mayNotStream, 1) == 0;

    /// <summary>The surest way to ask for an answer of a type that the catalog does not deny and the service has not refused.</summary>
    public AnswerMode ModeFor(ModelFacts facts) => AnswerModes.Of(facts, EndpointKind.Responses, (AnswerMode)Volatile.Read(ref _weakest));

    /// <summary>Remembers that a way was refused. True if there is a weaker one.</summary>
    public bool Weaken(AnswerMode refused)
    {
        if (refused is AnswerMode.Text or AnswerMode.Prompt)
        {
            return false;
        }

        Interlocked.CompareExchange(ref _weakest, (int)refused + 1, (int)refused);

        // The catalog may have been what skipped the first way.
        Interlocked.CompareExchange(ref _weakest, (int)refused + 1, (int)AnswerMode.Schema);
        return true;
    }

    public ModelChannel Channel(bool stream) => stream ? Streamed : Unary;
}
